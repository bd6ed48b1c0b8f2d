using System.Text;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.FieldTests.Answers;

/// <summary>
/// F10 and F11. What is odd costs itself only: a text that is no Unicode, a member of another kind than expected, an entry that is none.
/// Reports of the kind: https://github.com/sleuthkit/sleuthkit/issues/2837,
/// https://github.com/microsoftgraph/msgraph-sdk-dotnet/issues/740.
/// </summary>
public sealed class OddMemberTests
{
    private const string Replaced = "\uFFFD";

    public static TheoryData<string> OddMembers =>
    [
        """ "audio":{"hasDrm":"false"} """,
        """ "audio":{"title":1984} """,
        """ "folder":"" """,
        """ "createdBy":{"user":{"id":7}} """,
        """ "createdBy":["x"] """,
        """ "file":{"hashes":"none","mimeType":{}} """,
        """ "size":{"value":1} """,
        """ "size":1e999 """,
        """ "size":"big" """,
        """ "image":{"width":99999999999,"height":true} """,
        """ "photo":{"takenDateTime":"yesterday","iso":"fast"} """,
        """ "createdDateTime":{"date":1} """,
        """ "lastModifiedDateTime":"2024-13-77T99:00:00Z" """,
        """ "children":{"a":1},"permissions":"none","thumbnails":[7,null,"x",[]] """,
        """ "parentReference":false """,
        """ "shared":{"scope":[1],"sharedDateTime":5} """,
        """ "specialFolder":{"name":{}},"package":{"type":null},"deleted":true """,
        """ "remoteItem":{"id":5,"parentReference":"p","size":"x","folder":[]} """,
        """ "location":{"latitude":"north","altitude":null,"longitude":[]} """,
        """ "@odata.type":7,"@odata.etag":{},"@microsoft.graph.downloadUrl":[],"@microsoft.graph.sharedChanged":{"a":[]} """,
        """ "listItem":17,"workbook":"w","subscriptions":[null,1,"x"] """,
        """ "":"no name","name\u0000":1,"\ud83d":"half a name" """,
    ];

    [Theory]
    [MemberData(nameof(OddMembers))]
    public async Task AnOddMember_CostsThatMember(string odd)
    {
        await using var answer = new AnswerCase(Answer.Json(
            $$"""{"value":[{"id":"1","name":"a"},{"id":"2","webUrl":"before",{{odd}},"name":"b","eTag":"after"},{"id":"3","name":"c"}]}"""));

        var items = await answer.ListAsync();

        Assert.Equal(["a", "b", "c"], items.Select(item => item.Name));
        Assert.Equal(("before", "after"), (items[1].WebUrl, items[1].ETag));
    }

    [Fact]
    public async Task TheOddMember_IsAbsent()
    {
        await using var answer = new AnswerCase(Answer.Json(
            """{"value":[{"id":"1","audio":{"hasDrm":"false","title":1984,"artist":"x"},"folder":"","createdBy":{"user":{"id":7,"displayName":"Ann"}}}]}"""));

        var item = Assert.Single(await answer.ListAsync());

        Assert.Equal((null, null, "x"), (item.Audio!.HasDrm, item.Audio.Title, item.Audio.Artist));
        Assert.Null(item.Folder);
        Assert.Equal((null, "Ann"), (item.CreatedBy!.User!.Id, item.CreatedBy.User.DisplayName));
    }

    [Fact]
    public async Task OddPermissions_AreRead()
    {
        await using var answer = new AnswerCase(Answer.Json(
            """{"value":[{"id":"1","roles":["read"]},{"id":"2","hasPassword":"False","grantedToV2":{"siteUser":{"id":14,"loginName":"l"}},"roles":[7,"write"]},{"id":"3"}]}"""));
        List<Permission> permissions = [];
        await foreach (var permission in answer.Client.Sharing.ListPermissionsAsync(AnswerCase.Folder))
        {
            permissions.Add(permission);
        }

        Assert.Equal(["1", "2", "3"], permissions.Select(permission => permission.Id));
        Assert.Null(permissions[1].HasPassword);
        Assert.Equal((null, "l"), (permissions[1].GrantedToV2!.SiteUser!.Id, permissions[1].GrantedToV2!.SiteUser!.LoginName));
        Assert.Equal([PermissionRole.Write], permissions[1].Roles);
    }

    [Theory]
    [InlineData("\"bad\\ud83d.txt\"", "bad\uFFFD.txt")]
    [InlineData("\"bad\\udc00\\ud83d\\ude00.txt\"", "bad\uFFFD\uD83D\uDE00.txt")]
    [InlineData("\"\\ud83d\\ud83d\"", "\uFFFD\uFFFD")]
    [InlineData("\"caf\\u00e9 \\\"x\\\" \\/\"", "caf\u00e9 \"x\" /")]
    public async Task BadEscapes_BecomeTheReplacementCharacter(string name, string expected)
    {
        await using var answer = new AnswerCase(Answer.Json($$"""{"value":[{"name":"a"},{"name":{{name}}},{"name":"b"}]}"""));

        Assert.Equal(["a", expected, "b"], (await answer.ListAsync()).Select(item => item.Name));
    }

    [Theory]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xFF, 0xFE })]
    [InlineData(new byte[] { 0xC3 })]
    [InlineData(new byte[] { 0xF0, 0x9F, 0x98 })]
    public async Task BadBytes_BecomeTheReplacementCharacter(byte[] bad)
    {
        byte[] body =
        [
            .. "{\"value\":[{\"name\":\"a\"},{\"name\":\"x"u8, .. bad, .. "y\",\"unknown\":\""u8, .. bad, .. "\"},{\"name\":\"b\"}]}"u8,
        ];
        await using var answer = new AnswerCase(Answer.Bytes(body, "application/json"));

        var items = await answer.ListAsync();

        Assert.Equal(("a", "b"), (items[0].Name, items[2].Name));
        Assert.StartsWith("x" + Replaced, items[1].Name, StringComparison.Ordinal);
        Assert.EndsWith("y", items[1].Name, StringComparison.Ordinal);
        Assert.Contains(Replaced, items[1].AdditionalData!["unknown"].GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadUnicodeInChanges_CostsNothingElse()
    {
        await using var answer = new AnswerCase(Answer.Bytes(
            Encoding.UTF8.GetBytes("""{"value":[{"id":"1","name":"a\ud800"},{"id":"2","name":"b"}],"@odata.deltaLink":"https://graph.example/delta"}"""),
            "application/json"));
        List<DriveItem> changes = [];
        await foreach (var page in answer.Client.Changes.ReadAsync(DriveAddress.ById("d").Root))
        {
            changes.AddRange(page.Items);
        }

        Assert.Equal(["a" + Replaced, "b"], changes.Select(item => item.Name));
    }

    [Fact]
    public async Task NullsAndOtherThingsInAList_AreLeftOut()
    {
        await using var answer = new AnswerCase(Answer.Json("""{"value":[null,{"id":"1"},7,"x",[{"id":"no"}],true,{"id":"2"},null]}"""));

        Assert.Equal(["1", "2"], (await answer.ListAsync()).Select(item => item.Id));
    }
}
