using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.FieldTests.Answers;

/// <summary>What callers do with System.Text.Json: return a model from a web API, cache it, hold it in a type of their own.</summary>
public sealed partial class SerializedModelTests
{
    private const string Secret = "tempauth=s3cret";

    private static readonly string Item =
        $$$"""
        {"@odata.context":"c","id":"1","name":"a","size":5,"createdDateTime":"2024-02-29T23:59:59.5Z","parentReference":{"driveId":"d","driveType":"business"},
        "@microsoft.graph.downloadUrl":"https://h/1?{{{Secret}}}","@content.downloadUrl":"https://h/2?{{{Secret}}}","@x.uploadUrl":"https://h/9?s3cret",
        "shared":{"scope":"users"},"thumbnails":[{"id":"0","large":{"width":1,"height":2,"url":"https://h/3?{{{Secret}}}"},
        "c1x1":{"width":1,"height":1,"url":"https://h/4?s3cret"}}],"remoteItem":{"id":"r","@microsoft.graph.downloadUrl":"https://h/5?{{{Secret}}}"},
        "versions":[{"id":"1.0","@microsoft.graph.downloadUrl":"https://h/6?{{{Secret}}}"}],
        "listItem":{"driveItem":{"@microsoft.graph.downloadUrl":"https://h/7?{{{Secret}}}","name":"kept"}},
        "children":[{"id":"2","@microsoft.graph.downloadUrl":"https://h/8?{{{Secret}}}"}],"tomorrow":{"answer":42}}
        """;

    public static TheoryData<JsonSerializerOptions> AllOptions =>
    [
        new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver() },
        new JsonSerializerOptions(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() },
        new JsonSerializerOptions
        {
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(), PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        },
        new JsonSerializerOptions { TypeInfoResolver = OwnContext.Default },
    ];

    [Theory]
    [MemberData(nameof(AllOptions))]
    public async Task AReturnedItem_ShowsNoAddressThatWorksWithoutSignIn(JsonSerializerOptions options)
    {
        var item = await GetAsync();
        Assert.Contains("s3cret", item.DownloadUrl, StringComparison.Ordinal);

        var json = JsonSerializer.Serialize(item, options);

        Assert.DoesNotContain("s3cret", json, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json);
        Assert.Equal("business", document.RootElement.GetProperty("parentReference").GetProperty("driveType").GetString());
        Assert.Equal("users", document.RootElement.GetProperty("shared").GetProperty("scope").GetString());
        Assert.Equal("2024-02-29T23:59:59.5Z", document.RootElement.GetProperty("createdDateTime").GetString());
        Assert.Equal(42, document.RootElement.GetProperty("tomorrow").GetProperty("answer").GetInt32());
        Assert.Equal("kept", document.RootElement.GetProperty("listItem").GetProperty("driveItem").GetProperty("name").GetString());
    }

    [Theory]
    [MemberData(nameof(AllOptions))]
    public async Task AnItemInATypeOfTheirOwn_ComesBack(JsonSerializerOptions options)
    {
        var cached = new Cached { Item = await GetAsync(), Items = [new DriveItem { Id = "x", Size = -1 }], Kind = DriveKind.Personal };

        var back = JsonSerializer.Deserialize<Cached>(JsonSerializer.Serialize(cached, options), options)!;

        Assert.Equal(("1", "a", 5L), (back.Item!.Id, back.Item.Name, back.Item.Size));
        Assert.Equal(cached.Item.CreatedDateTime, back.Item.CreatedDateTime);
        Assert.Equal(DriveKind.Business, back.Item.ParentReference!.DriveType);
        Assert.Equal("2", Assert.Single(back.Item.Children).Id);
        Assert.Equal(42, back.Item.AdditionalData!["tomorrow"].GetProperty("answer").GetInt32());
        Assert.Equal(("x", -1L), (Assert.Single(back.Items).Id, back.Items[0].Size));
        Assert.Equal(DriveKind.Personal, back.Kind);
    }

    [Theory]
    [MemberData(nameof(AllOptions))]
    public void WhatTheFirstVersionWroteWithItsOwnNames_IsRead(JsonSerializerOptions options)
    {
        var item = JsonSerializer.Deserialize<DriveItem>("""{"Id":"1","Name":"a","Folder":{"ChildCount":2},"ETag":"e","Size":7}""", options)!;

        Assert.Equal(("1", "a", 2, "e", 7L), (item.Id, item.Name, item.Folder!.ChildCount, item.ETag, item.Size));
    }

    [Theory]
    [MemberData(nameof(AllOptions))]
    public async Task AStreamInSmallParts_IsRead(JsonSerializerOptions options)
    {
        var json = $$"""{"Items":[{{string.Join(',', Enumerable.Range(0, 3_000).Select(number => $$"""{"id":"{{number}}","name":"n\u00e9{{number}}","x":[1]}"""))}}],"items":[{{string.Join(',', Enumerable.Range(0, 3_000).Select(number => $$"""{"id":"{{number}}"}"""))}}]}""";
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(json));

        var back = (await JsonSerializer.DeserializeAsync<Cached>(stream, options))!;

        Assert.Equal(3_000, back.Items.Count);
        Assert.Equal("2999", back.Items[^1].Id);
    }

    private static async Task<DriveItem> GetAsync()
    {
        await using var answer = new AnswerCase(Answer.Json(Item));
        return await answer.Client.Items.GetAsync(AnswerCase.Folder);
    }

    internal sealed class Cached
    {
        public DriveItem? Item { get; set; }

        public IReadOnlyList<DriveItem> Items { get; set; } = [];

        public DriveKind? Kind { get; set; }
    }

    [JsonSerializable(typeof(DriveItem))]
    [JsonSerializable(typeof(Cached))]
    private sealed partial class OwnContext : JsonSerializerContext;
}
