using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Pieces that were hashed on their own give the hash of the whole.</summary>
public sealed class JoinedQuickXorHashTests
{
    private static readonly byte[] Content = GeneratedStream.Bytes(0, 5000);
    private static readonly string Expected = Convert.ToBase64String(QuickXorHash.HashData(Content));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(159)]
    [InlineData(160)]
    [InlineData(161)]
    [InlineData(4999)]
    [InlineData(5000)]
    public void Append_OfTwoPieces_GivesTheHashOfBoth(int cut)
    {
        var hash = new JoinedQuickXorHash();

        hash.Append(QuickXorHash.HashData(Content.AsSpan(0, cut)), cut);
        hash.Append(QuickXorHash.HashData(Content.AsSpan(cut)), Content.Length - cut);

        Assert.Equal(Expected, hash.GetCurrent());
    }

    [Fact]
    public void Append_OfBytesAndPiecesInAnyTurn_GivesTheHashOfAll()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var hash = new JoinedQuickXorHash();
            hash.Append(Content.AsSpan(0, 77));
            hash.Reset();
            for (var position = 0; position < Content.Length;)
            {
                var length = Math.Min(random.Next(0, 700), Content.Length - position);
                var piece = Content.AsSpan(position, length);
                position += length;
                if (random.Next(2) == 0)
                    hash.Append(piece);
                else
                    hash.Append(QuickXorHash.HashData(piece), length);
                Assert.Equal(Convert.ToBase64String(QuickXorHash.HashData(Content.AsSpan(0, position))), hash.GetCurrent());
            }

            Assert.Equal(Expected, hash.GetCurrent());
        }
    }
}
