using OneDrive.Sdk.Models;
using OneDrive.Sdk.Tests.Support.Json;
using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

public sealed class ContentVerificationTests
{
    private static readonly byte[] Content = GeneratedStream.Bytes(0, 100);
    private static readonly string Hash = GeneratedStream.HashOf(100);

    [Fact]
    public void Compare_WhenLengthAndHashAgree_IsVerified() =>
        Assert.Equal(ContentIntegrity.Verified, Compare(new FakeItem("a.bin", Content)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Compare_WhenTheServiceHasNoHash_IsNotChecked(string? hash) =>
        Assert.Equal(ContentIntegrity.NotChecked, Compare(new FakeItem("a.bin", Content) { Hash = hash }));

    [Theory]
    [InlineData("a.docx", "business")]
    [InlineData("A.PDF", "documentLibrary")]
    [InlineData("index.html", "documentLibrary")]
    public void Compare_WhenTheServiceRewritesSuchFiles_SaysSo(string name, string driveType)
    {
        Assert.Equal(ContentIntegrity.ChangedByService, Compare(new FakeItem(name, Content) { DriveType = driveType, Hash = "AAAA" }));
        Assert.Equal(ContentIntegrity.ChangedByService, Compare(new FakeItem(name, Content) { DriveType = driveType, Size = 101 }));
        Assert.Equal(ContentIntegrity.Verified, Compare(new FakeItem(name, Content) { DriveType = driveType }));
    }

    [Theory]
    [InlineData("a.docx", "personal")]
    [InlineData("a.bin", "business")]
    [InlineData("docx", "business")]
    [InlineData("a.heic", "personal")]
    public void Compare_WhenAnythingElseDiffers_Throws(string name, string driveType)
    {
        var otherHash = Assert.Throws<ContentVerificationException>(
            () => Compare(new FakeItem(name, Content) { DriveType = driveType, Hash = "AAAA" }));
        var otherLength = Assert.Throws<ContentVerificationException>(
            () => Compare(new FakeItem(name, Content) { DriveType = driveType, Size = 99, Hash = null }));

        Assert.Equal((Hash, "AAAA"), (otherHash.ExpectedHash, otherHash.ActualHash));
        Assert.Equal((100, 99), (otherLength.ExpectedLength, otherLength.ActualLength));
    }

    private static ContentIntegrity Compare(FakeItem item) => ContentVerification.Compare(
        ModelText.Read<DriveItem>(item.ToJson()), 100, Hash, "upload");
}
