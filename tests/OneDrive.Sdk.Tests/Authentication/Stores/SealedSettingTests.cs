using System.Security.Cryptography;
using System.Text;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication.Stores;

/// <summary>Settings of an application, sealed under the keys of its stores.</summary>
public sealed class SealedSettingTests
{
    private static readonly TokenEncryptionKeys Keys = new("one", RandomNumberGenerator.GetBytes(32));
    private static readonly byte[] Secret = Encoding.UTF8.GetBytes("""{"clientId":"1","clientSecret":"s3cret"}""");

    [Fact]
    public void OpenSetting_GivesBackWhatWasSealed_AlsoUnderAFormerKey()
    {
        var first = RandomNumberGenerator.GetBytes(32);
        var sealedBytes = new StoreSeal(new TokenEncryptionKeys("old", first)).SealSetting("onedrive", Secret);

        var opened = new StoreSeal(Keys.WithFormerKey("old", first)).OpenSetting("onedrive", sealedBytes);

        Assert.Equal(Secret, opened);
        Assert.DoesNotContain("s3cret", Encoding.UTF8.GetString(sealedBytes), StringComparison.Ordinal);
    }

    [Fact]
    public void OpenSetting_UnderAnotherName_IsRefused()
    {
        var seal = new StoreSeal(Keys);

        Assert.Throws<CryptographicException>(() => seal.OpenSetting("other", seal.SealSetting("onedrive", Secret)));
    }

    [Fact]
    public void OpenSetting_OfAChangedByte_IsRefused()
    {
        var seal = new StoreSeal(Keys);
        var sealedBytes = seal.SealSetting("onedrive", Secret);
        sealedBytes[^1] ^= 1;

        Assert.Throws<CryptographicException>(() => seal.OpenSetting("onedrive", sealedBytes));
    }

    [Fact]
    public void OpenSetting_OfAnotherKey_NamesTheKey()
    {
        var sealedBytes = new StoreSeal(new TokenEncryptionKeys("two", RandomNumberGenerator.GetBytes(32))).SealSetting("a", Secret);

        var exception = Assert.Throws<CryptographicException>(() => new StoreSeal(Keys).OpenSetting("a", sealedBytes));

        Assert.Contains("'two'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SealSetting_OfNothing_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new StoreSeal(Keys).SealSetting("a", default));
}
