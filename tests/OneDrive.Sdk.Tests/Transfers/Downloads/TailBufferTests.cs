using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

public sealed class TailBufferTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(20)]
    [InlineData(100)]
    public void ToArray_AfterPiecesOfAnyLength_HasTheLastBytes(int piece)
    {
        var content = Enumerable.Range(0, 100).Select(number => (byte)number).ToArray();
        var tail = new TailBuffer(8);

        for (var position = 0; position < content.Length; position += piece)
        {
            tail.Append(content.AsSpan(position, Math.Min(piece, content.Length - position)));
            var end = Math.Min(position + piece, content.Length);
            Assert.Equal(content[Math.Max(0, end - 8)..end], tail.ToArray());
        }

        tail.Clear();
        Assert.Empty(tail.ToArray());
    }
}
