using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Tests.Errors;

public class ServerTextTests
{
    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData("The resource could not be found.", "The resource could not be found.")]
    [InlineData("  two\r\n  lines\t here ", "two lines here")]
    [InlineData("forged\u001b[31m and \u202eturned", "forged [31m and turned")]
    [InlineData("Did you mean this? Or that?", "Did you mean this? Or that?")]
    [InlineData("Item 01BYE5RZ6QN3ZWBTUFOFD3GSPGOHDJD36K in 6e0d7c6c-1111-4b0e-9d61-000000000001", null)]
    [InlineData("Microsoft.SharePoint.Client.ResourceNotFoundException: gone 📁", null)]
    [InlineData("path /drives/a/b?token=abc refused", "path /drives/a/b?*** refused")]
    [InlineData("Authorization: Bearer abc.def", "Authorization: Bearer ***")]
    [InlineData("'https://u:p@host.example/x/y' failed", "'https://host.example/*** failed")]
    [InlineData("try https://host.example or ftp://h", "try https://host.example or ftp://h")]
    public void Clean_KeepsWordsAndTakesSecretsOut(string? text, string? expected) =>
        Assert.Equal(expected ?? text, ServerText.Clean(text));

    [Fact]
    public void Clean_WithAJsonWebToken_LeavesNoPartOfIt()
    {
        var part = string.Concat(Enumerable.Repeat("aB3_", 15));

        Assert.Equal("token ***.***.*** end", ServerText.Clean($"token {part}.{part}.{part} end"));
    }

    [Fact]
    public void Clean_WithALongText_CutsItOnAWholeCharacter()
    {
        var cleaned = ServerText.Clean(string.Concat(Enumerable.Repeat("📁 ", 100)), 10);

        Assert.Equal("📁 📁 📁…", cleaned);
    }

    [Fact]
    public void Clean_WithATokenAcrossTheCut_ShowsNoneOfIt()
    {
        var cleaned = ServerText.Clean("word " + new string('x', 5000), 20);

        Assert.Equal("word ***…", cleaned);
    }
}
