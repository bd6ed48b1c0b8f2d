using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication.Stores;

public sealed class TokenEncryptionKeysTests
{
    private static readonly byte[] Good = [.. Enumerable.Range(0, 32).Select(number => (byte)number)];

    [Fact]
    [Trait("Threat", "T20")]
    public void Constructor_RefusesKeysThatCannotProtect()
    {
        Assert.Throws<ArgumentException>(() => new TokenEncryptionKeys("a", Good[..31]));
        Assert.Throws<ArgumentException>(() => new TokenEncryptionKeys("a", new byte[32]));
        Assert.Throws<ArgumentException>(() => new TokenEncryptionKeys("a b", Good));
        Assert.Throws<ArgumentException>(() => new TokenEncryptionKeys(new string('a', 65), Good));
        Assert.Throws<ArgumentException>(() => new TokenEncryptionKeys("a", Good).WithFormerKey("a", Good));
    }

    [Fact]
    public void Constructor_CopiesTheKey()
    {
        var key = (byte[])Good.Clone();
        var keys = new TokenEncryptionKeys("a", key);

        key[0] ^= 1;

        Assert.Equal(Good, keys.Find("a"));
        Assert.Null(keys.Find("A"));
        Assert.Equal("[REDACTED]", keys.ToString());
    }
}
