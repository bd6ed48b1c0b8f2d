using System.Globalization;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Tests.State;

public sealed class QuickXorHashTests
{
    public static TheoryData<string, string> PublishedVectors
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var vector in Vectors()["published"]!.AsArray())
            {
                data.Add(vector!["inputBase64"]!.GetValue<string>(), vector["hashBase64"]!.GetValue<string>());
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(PublishedVectors))]
    public void Finish_OfAPublishedInput_IsThePublishedHash(string inputBase64, string expected)
    {
        var hash = default(QuickXorHash);
        hash.Append(Convert.FromBase64String(inputBase64));

        Assert.Equal(expected, Convert.ToBase64String(hash.Finish()));
    }

    [Theory]
    [MemberData(nameof(PublishedVectors))]
    public void Finish_OfTheSameInputInPieces_IsTheSame(string inputBase64, string expected)
    {
        var input = Convert.FromBase64String(inputBase64);
        for (var size = 1; size <= 7; size += 3)
        {
            var hash = default(QuickXorHash);
            for (var start = 0; start < input.Length; start += size)
            {
                hash.Append(input.AsSpan(start, Math.Min(size, input.Length - start)));
            }

            Assert.Equal(expected, Convert.ToBase64String(hash.Finish()));
        }
    }

    [Fact]
    public void Copy_IsIndependentOfTheOriginal()
    {
        var original = default(QuickXorHash);
        original.Append([1, 2, 3]);
        var before = original.Finish();
        var copy = original;
        copy.Append(new byte[1000]);
        copy.Append([9]);

        Assert.Equal(before, original.Finish());
        Assert.NotEqual(before, copy.Finish());
    }

    [Fact]
    public void Finish_OfMuchData_AgreesWithTheDefinitionBitByBit()
    {
        var input = Support.Bytes.Of(100_003);
        var hash = default(QuickXorHash);
        hash.Append(input.AsSpan(0, 161));
        hash.Append(input.AsSpan(161));

        Assert.Equal(BitByBit(input), hash.Finish());
    }

    // The definition, as slowly as it can be said: bit b of byte i toggles bit (11 * i + b) mod 160.
    private static byte[] BitByBit(byte[] input)
    {
        var state = new byte[20];
        for (var index = 0; index < input.Length; index++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                if ((input[index] >> bit & 1) != 0)
                {
                    var position = ((11 * (index % 160)) + bit) % 160;
                    state[position / 8] ^= (byte)(1 << (position % 8));
                }
            }
        }

        var length = BitConverter.GetBytes((long)input.Length);
        for (var index = 0; index < 8; index++)
        {
            state[12 + index] ^= length[index];
        }

        return state;
    }

    private static JsonNode Vectors()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "State", "quickxor-vectors.json");
        return JsonNode.Parse(File.ReadAllText(file))
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{file} is empty."));
    }
}
