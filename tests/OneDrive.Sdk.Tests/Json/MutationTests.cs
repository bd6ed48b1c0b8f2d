using System.Text;
using System.Text.Json;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Tests.Json;

/// <summary>200,000 answers that are a little wrong, from a fixed seed.</summary>
public class MutationTests
{
    private const int Seed = 20261130;
    private const int ValueMutations = 120_000;
    private const int ByteMutations = 80_000;

    private static readonly byte[] Before = """{"@odata.context":"c","value":[{"id":"1","name":"before","size":1},"""u8.ToArray();
    private static readonly byte[] After = """,{"id":"3","name":"after","size":3}],"@odata.nextLink":"https://h/n"}"""u8.ToArray();

    private static readonly byte[] Item =
        """
        {"id":"2","name":"mid\u00e9\ud83d\ude00","size":2,"eTag":"\"{A},1\"","createdDateTime":"2024-02-29T23:59:59.5Z",
        "createdBy":{"user":{"id":"u","displayName":"Ann"},"application":{"id":"a"}},"parentReference":{"driveId":"d","driveType":"business","path":"/x"},
        "file":{"mimeType":"text/plain","hashes":{"quickXorHash":"AAA="},"processingMetadata":true},"fileSystemInfo":{"createdDateTime":"2023-01-01T00:00:00Z"},
        "shared":{"scope":"users","owner":{"user":{"id":"o"}}},"image":{"width":7,"height":8},"location":{"latitude":-0.5},"deleted":{},
        "permissions":[{"id":"p","roles":["read","write"],"link":{"type":"view","preventsDownload":false},"expirationDateTime":"0001-01-01T00:00:00Z"}],
        "thumbnails":[{"id":"0","small":{"height":1,"url":"u"}}],"children":[{"id":"c","children":[{"id":"cc"}]}],"unknown":{"a":[1,null,"\u0041"]},
        "listItem":{"fields":{"x":1}},"remoteItem":{"id":"r","size":5,"parentReference":{"driveId":"e"}},"@odata.type":"#t","specialFolder":{"name":"photos"}}
        """u8.ToArray();

    private static readonly byte[][] Values =
    [
        .. new[]
        {
            "null", "true", "false", "0", "-1", "1e999", "9223372036854775808", "3.14", "\"\"", "\"text\"", "\"\\ud83d\"",
            "\"\\udc00\\ud83d\"", "\"\\u0000\"", "\"2024-02-30T00:00:00Z\"", "\"0001-01-01T00:00:00-08:00\"", "[]", "[[[]]]",
            "[null,1,\"x\",{}]", "{}", "{\"id\":7}", "{\"value\":[{\"id\":\"x\"}]}", "{\"error\":{\"code\":\"e\"}}", "{\"\":{}}",
            "{\"user\":[]}", "\"9999-12-31T23:59:59.9999999+14:00\"",
        }.Select(Encoding.UTF8.GetBytes),
        [(byte)'"', 0xED, 0xA0, 0x80, (byte)'"'],
        [(byte)'"', 0xFF, 0xC3, (byte)'"'],
        [(byte)'{', (byte)'"', 0xED, 0xA0, 0x80, (byte)'"', (byte)':', (byte)'"', 0xFE, (byte)'"', (byte)'}'],
        Encoding.UTF8.GetBytes(new string('[', 200) + new string(']', 200)),
    ];

    [Fact]
    public void AnOddValue_CostsNoNeighbour()
    {
        var random = new Random(Seed);
        var spans = ValuesOf(Item);
        for (var count = 0; count < ValueMutations; count++)
        {
            var item = Item;
            for (var changes = random.Next(1, 3); changes > 0; changes--)
            {
                // The places shift after the first change; then the text is looked at anew.
                var (start, length) = changes == 1 && item == Item ? spans[random.Next(1, spans.Count)] : Pick(random, item);
                item = [.. item[..start], .. Values[random.Next(Values.Length)], .. item[(start + length)..]];
            }

            AssertNeighboursAreThere([.. Before, .. item, .. After], item);
        }
    }

    [Fact]
    public void BrokenBytes_GiveNoOtherExceptionThanThatOfJson()
    {
        var random = new Random(Seed);
        byte[] page = [.. Before, .. Item, .. After];
        for (var count = 0; count < ByteMutations; count++)
        {
            var body = Break(random, page);
            try
            {
                AnswerReader.Read(body, Pages.Of(DriveItem.Read));
            }
            catch (JsonException)
            {
                // The callers turn it, and nothing else, into an exception that names the call.
            }
        }
    }

    private static void AssertNeighboursAreThere(byte[] body, byte[] item)
    {
        var page = AnswerReader.Read(body, Pages.Of(DriveItem.Read));
        if (page.Value is not [{ Name: "before", Size: 1 }, { }, { Name: "after", Size: 3 }] || page.NextLink is null)
        {
            Assert.Fail(Encoding.UTF8.GetString(item));
        }
    }

    private static byte[] Break(Random random, byte[] page)
    {
        var body = (byte[])page.Clone();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(body.Length);
            body = random.Next(5) switch
            {
                0 => body[..at],
                1 => [.. body[..at], .. body[random.Next(at, body.Length)..]],
                2 => [.. body[..at], (byte)random.Next(256), .. body[at..]],
                _ => Replace(body, at, (byte)random.Next(256)),
            };
            if (body.Length == 0)
                break;
        }

        return body;
    }

    private static byte[] Replace(byte[] body, int at, byte value)
    {
        var changed = (byte[])body.Clone();
        changed[at] = value;
        return changed;
    }

    private static (int Start, int Length) Pick(Random random, byte[] item)
    {
        var spans = ValuesOf(item);
        return spans[random.Next(spans.Count > 1 ? 1 : 0, spans.Count)];
    }

    /// <summary>Where the values are, the whole first.</summary>
    private static List<(int Start, int Length)> ValuesOf(byte[] json)
    {
        List<(int, int)> spans = [];
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = 512 });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.EndArray or JsonTokenType.EndObject)
                continue;
            var start = (int)reader.TokenStartIndex;
            var value = reader;
            value.Skip();
            spans.Add((start, (int)value.BytesConsumed - start));
        }

        return spans;
    }
}
