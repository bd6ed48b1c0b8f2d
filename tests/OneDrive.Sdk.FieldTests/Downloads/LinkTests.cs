using OneDrive.Sdk.FieldTests.Service;

namespace OneDrive.Sdk.FieldTests.Downloads;

/// <summary>Rows H4 and its siblings: what stands at the names of a download's own files is never followed.</summary>
public sealed class LinkTests
{
    [Theory]
    [InlineData(".partial", true)]
    [InlineData(".partial", false)]
    [InlineData(".partial.state", true)]
    [InlineData(".partial.state", false)]
    [FieldCase("H4", "H3", Source = "in the kind of gcerretani/antenati#49",
        Report = "A symbolic link exists at x.partial or x.partial.state before x is downloaded.",
        Right = "The download is rejected before any request; nothing is written to the target of the link.")]
    public async Task DownloadFile_WhenALinkStandsAtAWorkingName_IsRefused(string suffix, bool targetExists)
    {
        await using var download = NewCase();
        var target = download.Directory["victim"];
        if (targetExists)
        {
            await File.WriteAllTextAsync(target, "precious");
        }

        File.CreateSymbolicLink(download.Path + suffix, target);

        var refusal = await Assert.ThrowsAsync<UnsafeLocalNameException>(() => download.DownloadFileAsync());

        Assert.Equal(LocalNameProblem.SymbolicLink, refusal.Problem);
        Assert.Equal(targetExists ? "precious" : null, File.Exists(target) ? await File.ReadAllTextAsync(target) : null);
        Assert.Empty(download.Service.Requests);
        Assert.False(File.Exists(download.Path));
        Assert.NotNull(new FileInfo(download.Path + suffix).LinkTarget);
    }

    [Theory]
    [InlineData(".partial")]
    [InlineData(".partial.state")]
    [FieldCase("H3.pipe", "H3", Source = "own",
        Report = "A named pipe exists at x.partial or x.partial.state.",
        Right = "The download is rejected; it neither waits nor writes to the pipe.")]
    public async Task DownloadFile_WhenAPipeStandsAtAWorkingName_IsRefused(string suffix)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var download = NewCase();
        using (var command = System.Diagnostics.Process.Start("mkfifo", [download.Path + suffix]))
        {
            await command.WaitForExitAsync();
        }

        var refusal = await Assert.ThrowsAsync<IOException>(() => download.DownloadFileAsync());

        Assert.Contains("is not a file", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(download.Service.Requests);
    }

    [Theory]
    [InlineData(".partial")]
    [InlineData(".partial.state")]
    [FieldCase("H3.directory", "H3", Source = "own",
        Report = "A directory exists at x.partial or x.partial.state.",
        Right = "The download is rejected with its path, and does not leave files behind.")]
    public async Task DownloadFile_WhenADirectoryStandsAtAWorkingName_IsRefused(string suffix)
    {
        await using var download = NewCase();
        Directory.CreateDirectory(download.Path + suffix);

        var refusal = await Assert.ThrowsAsync<IOException>(() => download.DownloadFileAsync());

        Assert.Contains(suffix, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["x" + suffix], download.Directory.Files);
    }

    private static DownloadCase NewCase() => new(
        new ScriptedFile("x", DownloadCase.Content),
        (request, _) => Answer.Bytes(DownloadCase.Content).WithETag("\"1\"").ForRange(request));
}
