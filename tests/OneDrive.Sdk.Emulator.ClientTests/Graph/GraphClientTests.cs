using Microsoft.Graph;
using Microsoft.Graph.Drives.Item.Items.Item.Copy;
using Microsoft.Graph.Drives.Item.Items.Item.CreateLink;
using Microsoft.Graph.Drives.Item.Items.Item.Invite;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using OneDrive.Sdk.Emulator.ClientTests.Support;

namespace OneDrive.Sdk.Emulator.ClientTests.Graph;

/// <summary>Microsoft.Graph, unmodified: what applications do with drives.</summary>
public sealed class GraphClientTests(HttpsEmulator https) : IClassFixture<HttpsEmulator>, IAsyncLifetime
{
    private GraphServiceClient _graph = null!;
    private EmulatorUser _user = null!;

    private string DriveId => _user.Drive.Id;

    private Microsoft.Graph.Drives.Item.Items.Item.DriveItemItemRequestBuilder Root => _graph.Drives[DriveId].Items["root"];

    public Task InitializeAsync()
    {
        _graph = https.NewGraphClient();
        _user = https.Emulator.AddUser();
        return Task.CompletedTask;
    }

    public Task DisposeAsync()
    {
        _graph.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Drives_OfUsersGroupsAndSites_AreFound()
    {
        var users = await _graph.Users.GetAsync(request => request.QueryParameters.Filter = $"mail eq '{_user.Mail}'");
        var drive = await _graph.Users[_user.UserPrincipalName].Drive.GetAsync();
        var drives = await _graph.Users[_user.Id].Drives.GetAsync();
        var library = await _graph.Groups[https.Emulator.DefaultGroup.Id].Drive.GetAsync();
        var site = await _graph.Sites["root"].GetAsync();
        var byPath = await _graph.Sites["sharepoint.contoso.example"].GetByPathWithPath("sites/Marketing").GetAsync();
        var sites = await _graph.Sites.GetAllSites.GetAsGetAllSitesGetResponseAsync();
        var lists = await _graph.Sites["root"].Lists.GetAsync();

        Assert.Equal(_user.Id, users!.Value!.Single().Id);
        Assert.Equal(DriveId, drive!.Id);
        Assert.Equal(DriveId, drives!.Value!.Single().Id);
        Assert.Equal("documentLibrary", library!.DriveType);
        Assert.Equal(site!.Id, byPath!.Id);
        Assert.Single(sites!.Value!);
        Assert.Equal("Documents", lists!.Value![0].DisplayName);
    }

    [Fact]
    public async Task Folder_IsMadeListedRenamedMovedAndDeleted()
    {
        var drive = _graph.Drives[DriveId];
        var folder = await Root.Children.PostAsync(new DriveItem { Name = "new", Folder = new Folder() });
        var other = await Root.Children.PostAsync(new DriveItem { Name = "other", Folder = new Folder() });
        var moved = await drive.Items[folder!.Id].PatchAsync(
            new DriveItem { Name = "renamed", ParentReference = new ItemReference { Id = other!.Id } });
        var children = await drive.Items[other.Id].Children.GetAsync();
        await drive.Items[folder.Id].DeleteAsync();
        var error = await Assert.ThrowsAsync<ODataError>(() => drive.Items[folder.Id].GetAsync());
        var taken = await Assert.ThrowsAsync<ODataError>(() => Root.Children.PostAsync(new DriveItem
        {
            Name = "other",
            Folder = new Folder(),
            AdditionalData = new Dictionary<string, object> { ["@microsoft.graph.conflictBehavior"] = "fail" },
        }));

        Assert.Equal("renamed", moved!.Name);
        Assert.Equal(folder.Id, children!.Value!.Single().Id);
        Assert.Equal((404, "itemNotFound"), (error.ResponseStatusCode, error.Error!.Code));
        Assert.Equal((409, "nameAlreadyExists"), (taken.ResponseStatusCode, taken.Error!.Code));
    }

    [Fact]
    public async Task Content_GoesUpAndDown_ByPathAndById()
    {
        var bytes = new byte[] { 1, 2, 3 };
        using var source = new MemoryStream(bytes);
        var file = await Root.ItemWithPath("folder/a b#%.txt").Content.PutAsync(source);
        await using var byPath = await Root.ItemWithPath("folder/a b#%.txt").Content.GetAsync();
        await using var byId = await _graph.Drives[DriveId].Items[file!.Id].Content.GetAsync();
        using var copy = new MemoryStream();
        await byPath!.CopyToAsync(copy);
        using var second = new MemoryStream();
        await byId!.CopyToAsync(second);

        Assert.Equal(bytes, copy.ToArray());
        Assert.Equal(bytes, second.ToArray());
        Assert.Equal("a b#%.txt", file.Name);
    }

    [Fact]
    public async Task QueryOptions_AreAnswered()
    {
        _user.Drive.WithFile("b.txt", [1]).WithFile("a.txt", [1, 2]).WithFile("folder/c.txt", [1]);
        var files = await Root.Children.GetAsync(request =>
        {
            request.QueryParameters.Filter = "file ne null and startswith(name,'a')";
            request.QueryParameters.Select = ["id", "name"];
        });
        var ordered = await Root.Children.GetAsync(request =>
        {
            request.QueryParameters.Orderby = ["name desc"];
            request.QueryParameters.Expand = ["thumbnails"];
            request.QueryParameters.Count = true;
        });
        var expanded = await Root.GetAsync(request => request.QueryParameters.Expand = ["children($select=id,name)"]);
        var error = await Assert.ThrowsAsync<ODataError>(() => Root.Children.GetAsync(request => request.QueryParameters.Skip = 1));
        var count = await Root.Children.Count.GetAsync();

        Assert.Equal(["a.txt"], files!.Value!.Select(item => item.Name));
        Assert.Null(files.Value![0].Size);
        Assert.Equal(["folder", "b.txt", "a.txt"], ordered!.Value!.Select(item => item.Name));
        Assert.Equal(3, ordered.OdataCount);
        Assert.Equal(3, expanded!.Children!.Count);
        Assert.Equal(400, error.ResponseStatusCode);
        Assert.Equal(3, count);
    }

    [Fact]
    public async Task PageIterator_SeesEveryItemOnce()
    {
        for (var number = 0; number < 25; number++)
        {
            _user.Drive.WithFile($"many/{number}.txt", [1]);
        }

        var folder = await Root.ItemWithPath("many").GetAsync();
        var first = await _graph.Drives[DriveId].Items[folder!.Id].Children.GetAsync(request => request.QueryParameters.Top = 10);
        var names = new HashSet<string>();
        var pages = PageIterator<DriveItem, DriveItemCollectionResponse>.CreatePageIterator(
            _graph, first!, item => names.Add(item.Name!));
        await pages.IterateAsync();

        Assert.Equal(25, names.Count);
    }

    [Fact]
    public async Task Delta_TellsWhatChanged()
    {
        var all = await Root.Delta.GetAsDeltaGetResponseAsync();
        _user.Drive.WithFile("later.txt", [1]);
        var changes = await _graph.Drives[DriveId].Items["root"].Delta.WithUrl(all!.OdataDeltaLink!).GetAsDeltaGetResponseAsync();
        var latest = await Root.DeltaWithToken("latest").GetAsDeltaWithTokenGetResponseAsync();

        Assert.Contains(changes!.Value!, item => item.Name == "later.txt");
        Assert.Empty(latest!.Value!);
    }

    [Fact]
    public async Task Copy_IsWatchedUntilItIsDone()
    {
        _user.Drive.WithFile("a.txt", [7]);
        var file = await Root.ItemWithPath("a.txt").GetAsync();
        await _graph.Drives[DriveId].Items[file!.Id].Copy.PostAsync(new CopyPostRequestBody { Name = "b.txt" });

        var copy = await Root.ItemWithPath("b.txt").GetAsync();

        Assert.Equal(1, copy!.Size);
    }

    [Fact]
    public async Task Sharing_LinksInvitationsAndPermissions()
    {
        var colleague = https.Emulator.AddUser();
        _user.Drive.WithFile("a.txt", [7]);
        var file = await Root.ItemWithPath("a.txt").GetAsync();
        var item = _graph.Drives[DriveId].Items[file!.Id];
        var link = await item.CreateLink.PostAsync(new CreateLinkPostRequestBody { Type = "view", Scope = "organization" });
        var invited = await item.Invite.PostAsInvitePostResponseAsync(new InvitePostRequestBody
        {
            Recipients = [new DriveRecipient { Email = colleague.Mail }],
            Roles = ["read"],
            RequireSignIn = true,
            SendInvitation = false,
        });
        var permissions = await item.Permissions.GetAsync();
        var id = invited!.Value!.Single().Id!;
        var changed = await item.Permissions[id].PatchAsync(new Permission { Roles = ["write"] });
        await item.Permissions[id].DeleteAsync();
        var shared = await _graph.Shares["u!" + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(link!.Link!.WebUrl!))
            .TrimEnd('=').Replace('/', '_').Replace('+', '-')].DriveItem.GetAsync();

        Assert.Equal(2, permissions!.Value!.Count);
        Assert.Equal(["write"], changed!.Roles!);
        Assert.Single((await item.Permissions.GetAsync())!.Value!);
        Assert.Equal(file.Id, shared!.Id);
    }

    [Fact]
    public async Task Thumbnails_SearchVersionsAndLists_AreAnswered()
    {
        _user.Drive.WithFile("picture.jpg", [1]).WithFile("report.docx", [1]).WithFile("report.docx", [1, 2]);
        var drive = _graph.Drives[DriveId];
        var picture = await Root.ItemWithPath("picture.jpg").GetAsync();
        var report = await Root.ItemWithPath("report.docx").GetAsync();
        var sets = await drive.Items[picture!.Id].Thumbnails.GetAsync();
        var set = await drive.Items[picture.Id].Thumbnails["0"].GetAsync();
        var found = await Root.SearchWithQ("report").GetAsSearchWithQGetResponseAsync();
        var everywhere = await drive.SearchWithQ("report").GetAsSearchWithQGetResponseAsync();
        var versions = await drive.Items[report!.Id].Versions.GetAsync();
#pragma warning disable CS0618 // Microsoft retires it in 2027; until then applications call it.
        var recent = await drive.Recent.GetAsRecentGetResponseAsync();
#pragma warning restore CS0618
        var special = await drive.Special["documents"].GetAsync();
        var preview = await drive.Items[report.Id].Preview.PostAsync(new());
        var listItem = await drive.Items[report.Id].ListItem.GetAsync(request => request.QueryParameters.Expand = ["fields"]);

        Assert.NotNull(sets!.Value!.Single().Small!.Url);
        Assert.NotNull(set!.Large!.Url);
        Assert.Equal(report.Id, found!.Value!.Single().Id);
        Assert.Equal(report.Id, everywhere!.Value!.Single().Id);
        Assert.Equal(2, versions!.Value!.Count);
        Assert.Equal(2, recent!.Value!.Count);
        Assert.Equal("documents", special!.SpecialFolder!.Name);
        Assert.NotNull(preview!.GetUrl);
        Assert.NotNull(listItem!.Fields);
    }
}
