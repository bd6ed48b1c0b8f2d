using OneDrive.Sdk.Models;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

public sealed class WebPageTests
{
    [Theory]
    [InlineData("text/html", true)]
    [InlineData("TEXT/HTML; charset=utf-8", true)]
    [InlineData(" application/xhtml+xml ;x", true)]
    [InlineData("text/plain", false)]
    [InlineData("application/octet-stream", false)]
    [InlineData(null, false)]
    public void IsTypeOf_KnowsTheTypesOfPages(string? mediaType, bool isPage) => Assert.Equal(isPage, WebPage.IsTypeOf(mediaType));

    [Theory]
    [InlineData("text/plain;x", true)]
    [InlineData("application/json", true)]
    [InlineData("application/problem+json", true)]
    [InlineData("application/xml", true)]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false)]
    [InlineData("application/pdf", false)]
    [InlineData(null, false)]
    public void IsTextType_KnowsTheTypesOfErrors(string? mediaType, bool isText) => Assert.Equal(isText, WebPage.IsTextType(mediaType));

    [Theory]
    [InlineData("a.HTML", null, true)]
    [InlineData("a.aspx", "application/octet-stream", true)]
    [InlineData("a.docx", "text/html", true)]
    [InlineData("a", null, true)]
    [InlineData("a", "application/octet-stream", false)]
    [InlineData("a.docx", null, false)]
    public void MayBe_LooksAtTheNameAndTheType(string name, string? mimeType, bool mayBe) =>
        Assert.Equal(mayBe, WebPage.MayBe(new DriveItem { Name = name, File = new FileFacet { MimeType = mimeType } }));
}
