using System.Text;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.Cli;

/// <summary>What the drive of the emulator holds at the beginning, with names that go wrong elsewhere.</summary>
internal static class DemonstrationDrive
{
    private const int PhotoSize = 3 * 1024 * 1024;

    internal static void Fill(EmulatorDrive drive)
    {
        drive
            .WithFile("Documents/Welcome.md", Text("# Welcome\n\nThis drive lives in an emulator. Try `put`, `sync` and `watch`.\n"))
            .WithFile("Documents/Budget 2026.csv", Text("month,amount\nJanuary,1200\nFebruary,1350\n"))
            .WithFile("Documents/Budget 2026.csv", Text("month,amount\nJanuary,1200\nFebruary,1350\nMarch,990\n"))
            .WithFile("Documents/Archive/2025/Minutes.txt", Text("The minutes of the last meeting.\n"))
            .WithFile("Pictures/Sunset.jpg", Bytes(PhotoSize, 1))
            .WithFile("Pictures/Ordner ü/Straße #1.jpg", Bytes(PhotoSize / 10, 2))
            .WithFile("Awkward names/100% a%20b + c & d.txt", Text("percent\n"))
            .WithFile("Awkward names/o'hara [draft] 😀.txt", Text("emoji\n"))
            .WithFile("Awkward names/.hidden", Text("hidden\n"))
            .WithFile("Awkward names/empty.txt", [])
            .WithFolder("Inbox");
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Bytes(int length, int seed)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }
}
