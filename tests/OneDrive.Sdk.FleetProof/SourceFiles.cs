namespace OneDrive.Sdk.FleetProof;

/// <summary>Generates the source: most files are small, some names are unusual.</summary>
internal static class SourceFiles
{
    private const int LargestSmallFile = 64 * 1024;
    private const int LargestTinyFile = 2 * 1024;
    private const int Megabyte = 1_000_000;
    private const int LargeFile = 40 * Megabyte;
    private const int FilesPerFolder = 200;

    internal static long Create(string root, ProofPlan plan)
    {
        var random = new Random(plan.Seed);
        var total = 0L;
        var buffer = new byte[LargeFile];
        random.NextBytes(buffer);
        for (var number = 0; number < plan.Files; number++)
        {
            var length = number < plan.LargeFiles ? LargeFile
                : number < plan.LargeFiles + plan.MediumFiles ? Megabyte + (int)(9 * Megabyte * Math.Pow(random.NextDouble(), 2))
                : number % 100 == 0 ? 0
                : (int)((plan.IsLong ? LargestTinyFile : LargestSmallFile) * Math.Pow(random.NextDouble(), 2));

            // Large files are spread over the folders, and no two files have the same content.
            var place = number < plan.LargeFiles + plan.MediumFiles ? number * 37 % plan.Files : number;
            var folder = Directory.CreateDirectory(
                Path.Combine(root, $"folder {place / FilesPerFolder % 50}", $"Ordner ü {place / FilesPerFolder}"));
            BitConverter.TryWriteBytes(buffer, number);
            using var file = File.Create(Path.Combine(folder.FullName, $"file {number} #1 & 100%.bin"));
            file.Write(buffer.AsSpan(0, length));
            total += length;
        }

        return total;
    }
}
