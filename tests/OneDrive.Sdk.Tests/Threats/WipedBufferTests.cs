using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Storage;
using OneDrive.Sdk.Tests.Authentication.Stores;

namespace OneDrive.Sdk.Tests.Threats;

/// <summary>
/// Whoever reads the memory of the process later finds no refresh token in a buffer of ours. Strings are beyond our reach.
/// </summary>
[Trait("Threat", "T23")]
public sealed class WipedBufferTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, AesGcmEnvelope.KeySize).Select(number => (byte)number)];

    [Fact]
    public void Seal_WipesWhatItSealed()
    {
        var plain = StoredSignIn.Write(TokenEntries.Create("key"));

        SealedBytes.Seal("name", plain, generation: 1, "id", Key);

        Assert.All(plain, value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Open_WipesWhatItOpened(bool fails)
    {
        var content = SealedBytes.Read(SealedBytes.Seal("name", StoredSignIn.Write(TokenEntries.Create("key")), 1, "id", Key))!;
        byte[] opened = [];

        var failure = Record.Exception(() => content.Open("name", Key, plain =>
        {
            opened = plain;
            Assert.Contains(plain, value => value != 0);
            return fails ? throw new FormatException() : StoredSignIn.Read(plain);
        }));

        Assert.Equal(fails, failure is FormatException);
        Assert.NotEmpty(opened);
        Assert.All(opened, value => Assert.Equal(0, value));
    }
}
