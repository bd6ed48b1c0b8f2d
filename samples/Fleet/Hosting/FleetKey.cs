using System.Security.Cryptography;

namespace OneDrive.Sdk.Fleet.Hosting;

/// <summary>
/// The key that seals upload URLs and sign-ins in the database: from <c>FLEET_KEY</c>, or from a file of the user, which the first command
/// on a machine creates. Several machines need the same key.
/// </summary>
internal static class FleetKey
{
    internal const string Variable = "FLEET_KEY";
    private const int Length = 32;

    internal static byte[] Load()
    {
        if (FleetSettings.Read(Variable) is { } text)
        {
            var key = new byte[Length];
            return Convert.TryFromBase64String(text, key, out var length) && length == Length
                ? key
                : throw new FleetException(
                    $"{Variable} is not the base64 text of {Length} bytes. Create one: head -c {Length} /dev/urandom | base64");
        }

        var folder = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify),
            "onedrive-fleet");
        return LoadFile(folder);
    }

    /// <summary>Identifies a key without revealing it.</summary>
    internal static string Fingerprint(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, "onedrive-fleet"u8));

    internal static byte[] LoadFile(string folder)
    {
        var path = Path.Combine(folder, "key");
        if (!File.Exists(path))
            TryCreate(folder, path);
        var key = File.ReadAllBytes(path);
        return key.Length == Length ? key : throw new FleetException($"'{path}' does not contain a key of {Length} bytes.");
    }

    // Workers that start at the same time agree on the first file that got the name.
    private static void TryCreate(string folder, string path)
    {
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(temporary, options))
            file.Write(RandomNumberGenerator.GetBytes(Length));
        try
        {
            File.Move(temporary, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(temporary);
        }
    }
}
