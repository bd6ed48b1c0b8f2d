using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers.Stores;

public sealed class UploadSessionRecordTests
{
    [Fact]
    public void ToString_NeverShowsTheAddress()
    {
        var text = Records.Create("my key").ToString();

        Assert.Contains("my key", text, StringComparison.Ordinal);
        Assert.DoesNotContain("SECRET", text, StringComparison.Ordinal);
        Assert.DoesNotContain("upload.example", text, StringComparison.Ordinal);
    }
}
