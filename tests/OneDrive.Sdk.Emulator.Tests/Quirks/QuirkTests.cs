using System.Net;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Quirks;

public sealed class QuirkTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    private QuirkPlan Quirks => _client.Emulator.Quirks;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync();

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task WithoutQuirks_EverythingWorks()
    {
        Assert.Empty(Quirks.Enabled);
        Assert.Equal(200, await StatusOfAsync(HttpMethod.Get, _client.Drive));
    }

    [Theory]
    [InlineData(EmulatorQuirk.ThrottlingWithoutAdvice, 429)]
    [InlineData(EmulatorQuirk.GoodTokensExpire, 401)]
    [InlineData(EmulatorQuirk.UndecoratedAgentsAreThrottled, 429)]
    public async Task AQuirkOfEveryRequest_StrikesSomeAddresses_AndEachOnlyOnce(EmulatorQuirk quirk, int status)
    {
        Quirks.Enable(quirk);
        var struck = new List<string>();
        for (var number = 0; number < 100; number++)
        {
            var path = $"{_client.Drive}/root:/{number}";
            if (await StatusOfAsync(HttpMethod.Get, path) == status)
            {
                struck.Add(path);
            }
        }

        Assert.InRange(struck.Count, 1, 60);
        foreach (var path in struck)
        {
            Assert.Equal(404, await StatusOfAsync(HttpMethod.Get, path));
        }
    }

    [Theory]
    [InlineData(EmulatorQuirk.FreshFilesCannotBeChanged, "PATCH", 503)]
    [InlineData(EmulatorQuirk.ItemsAreLocked, "PATCH", 423)]
    [InlineData(EmulatorQuirk.ItemsAreLocked, "DELETE", 423)]
    [InlineData(EmulatorQuirk.IdsAreNotFound, "GET", 404)]
    [InlineData(EmulatorQuirk.DeletionsAreNotFound, "DELETE", 404)]
    public async Task AQuirkOfAnItem_StrikesSomeItems_AndEachOnlyOnce(EmulatorQuirk quirk, string method, int status)
    {
        Quirks.Enable(quirk);
        var struck = 0;
        for (var number = 0; number < 40; number++)
        {
            var id = _client.DriveState.WithFile($"{number}", [1]).FindItem($"{number}")!.Id;
            var path = $"{_client.Drive}/items/{id}";
            if (await StatusOfAsync(new HttpMethod(method), path) == status)
            {
                struck++;
                Assert.InRange(await StatusOfAsync(new HttpMethod(method), path), 200, 204);
            }
        }

        Assert.InRange(struck, 1, 39);
    }

    [Theory]
    [InlineData(EmulatorQuirk.DriveListsAreRefused, "v1.0/users/adele@contoso.example/drives", 403)]
    public async Task AListThatIsRefused_IsGivenTheNextTime(EmulatorQuirk quirk, string path, int status)
    {
        Quirks.Enable(quirk);

        Assert.Equal(status, await StatusOfAsync(HttpMethod.Get, path));
        Assert.Equal(200, await StatusOfAsync(HttpMethod.Get, path));
    }

    [Fact]
    public async Task ConditionsOfSessionsAndChanges_Miss()
    {
        Quirks.Enable(EmulatorQuirk.SessionsMissTheirTag);
        var file = _client.DriveState.WithFile("a.bin", [1]).FindItem("a.bin")!;
        using var session = await _client.PostAsync(
            $"{_client.Drive}/items/{file.Id}/createUploadSession", "{}", ("If-Match", file.ETag));

        Assert.Equal(HttpStatusCode.PreconditionFailed, session.StatusCode);
    }

    [Fact]
    public async Task AFreshSession_IsFoundTheSecondTime()
    {
        Quirks.Enable(EmulatorQuirk.FreshSessionsAreNotFound);
        var statuses = new HashSet<HttpStatusCode>();
        for (var number = 0; number < 12; number++)
        {
            var url = await _client.CreateSessionAsync($"{number}.bin");
            using var first = await _client.PutFragmentAsync(url, [1, 2, 3], 0, 3);
            statuses.Add(first.StatusCode);
            if (first.StatusCode == HttpStatusCode.NotFound)
            {
                using var second = await _client.PutFragmentAsync(url, [1, 2, 3], 0, 3);
                Assert.Equal(HttpStatusCode.Created, second.StatusCode);
            }
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.Created], statuses.OrderDescending());
    }

    [Fact]
    public async Task ALostAcknowledgement_IsFoundOutByA416()
    {
        Quirks.Enable(EmulatorQuirk.AcknowledgementsAreLost);
        var lost = 0;
        for (var number = 0; number < 12; number++)
        {
            var content = Bytes.Of((2 * Bytes.FragmentUnit) + 1);
            var fragment = new ArraySegment<byte>(content, 0, Bytes.FragmentUnit);
            var url = await _client.CreateSessionAsync($"{number}.bin");
            try
            {
                using var first = await _client.PutFragmentAsync(url, fragment, 0, content.Length);
            }
            catch (HttpRequestException)
            {
                lost++;
                using var again = await _client.PutFragmentAsync(url, fragment, 0, content.Length);
                Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, again.StatusCode);
            }
        }

        Assert.InRange(lost, 1, 11);
    }

    [Theory]
    [InlineData(EmulatorQuirk.AcknowledgementsAreLost)]
    [InlineData(EmulatorQuirk.UploadAddressesEndEarly)]
    public async Task WhatCostsASession_StrikesAFileOnce_HoweverManySessionsItHas(EmulatorQuirk quirk)
    {
        Quirks.Enable(quirk);
        var content = Bytes.Of((2 * Bytes.FragmentUnit) + 1);
        var fragment = new ArraySegment<byte>(content, 0, Bytes.FragmentUnit);
        var struck = new List<int>();
        for (var number = 0; number < 60; number++)
        {
            var file = number % 20;
            var url = await _client.CreateSessionAsync($"{file}.bin");
            try
            {
                using var response = await _client.PutFragmentAsync(url, fragment, 0, content.Length);
                if (response.StatusCode == HttpStatusCode.Forbidden)
                {
                    struck.Add(file);
                }
            }
            catch (HttpRequestException)
            {
                struck.Add(file);
            }
        }

        Assert.NotEmpty(struck);
        Assert.Distinct(struck);
    }

    [Fact]
    public async Task Documents_AreDescribedAsSomethingElse_AndOtherFilesAreNot()
    {
        Quirks.Enable(EmulatorQuirk.DocumentsAreChanged, EmulatorQuirk.PhotosAreDescribedWrongly);

        Assert.Equal(4099, (await PutAsync("a.docx"))["size"]!.GetValue<long>());
        Assert.Equal(4099, (await PutAsync("a.heic"))["size"]!.GetValue<long>());
        Assert.Equal(3, (await PutAsync("a.txt"))["size"]!.GetValue<long>());
    }

    [Fact]
    public async Task Answers_LackHashesQuotasAndFractions()
    {
        Quirks.Enable(EmulatorQuirk.HashesAreMissing, EmulatorQuirk.QuotasAreZero, EmulatorQuirk.TimesAreWholeSeconds);
        var file = await PutAsync("a.txt");
        using var drive = await _client.GetAsync(_client.Drive);

        Assert.Null(file["file"]!["hashes"]?["quickXorHash"]);
        Assert.Equal(0, (await EmulatorClient.ReadJsonAsync(drive))["quota"]!["total"]!.GetValue<long>());
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$", file["createdDateTime"]!.GetValue<string>());
    }

    [Fact]
    public async Task Changes_ComeTwice()
    {
        Quirks.Enable(EmulatorQuirk.ChangesComeTwice);
        using var response = await _client.GetAsync($"{_client.Drive}/root/delta");
        var items = (await EmulatorClient.ReadJsonAsync(response))["value"]!.AsArray();
        var ids = items.Select(item => item!["id"]!.GetValue<string>()).ToList();

        Assert.Equal(ids[0], ids[^1]);
        Assert.Equal(2, ids.Count);
    }

    [Fact]
    public async Task Malware_IsHeldBack()
    {
        Quirks.Enable(EmulatorQuirk.MalwareIsHeldBack);
        await PutAsync("eicar.com.txt");
        using var redirect = await _client.GetAsync($"{_client.Drive}/root:/eicar.com.txt:/content");
        using var download = await _client.SendAnonymouslyAsync(HttpMethod.Get, redirect.Headers.Location!.AbsoluteUri);

        Assert.Equal(HttpStatusCode.Forbidden, download.StatusCode);
    }

    [Fact]
    public async Task AFolder_IsMadeAndTheAnswerSaysNothing()
    {
        Quirks.Enable(EmulatorQuirk.FolderAnswersAreEmpty);
        using var response = await _client.PostAsync($"{_client.Drive}/root/children", """{"name":"f","folder":{}}""");

        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.NotNull(_client.DriveState.FindItem("f"));
    }

    [Fact]
    public async Task TheSameSeed_PlaysTheSameDay()
    {
        Assert.Equal(await PlayAsync(5), await PlayAsync(5));
        Assert.NotEqual(await PlayAsync(5), await PlayAsync(6));
    }

    [Fact]
    public void AQuirkThatIsNone_IsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => Quirks.Enable((EmulatorQuirk)999));

        Assert.Contains("999", error.Message, StringComparison.Ordinal);
    }

    private static async Task<string> PlayAsync(int seed)
    {
        await using var client = await EmulatorClient.StartAsync(options => options.Seed = seed);
        client.Emulator.Quirks.EnableNastyDay();
        var statuses = new List<int>();
        for (var number = 0; number < 60; number++)
        {
            using var response = await client.GetAsync($"v1.0/users/adele@contoso.example/drive/root:/{number}");
            statuses.Add((int)response.StatusCode);
        }

        return string.Join(' ', statuses);
    }

    private async Task<int> StatusOfAsync(HttpMethod method, string path)
    {
        using var response = method == HttpMethod.Patch
            ? await _client.PatchAsync(path, """{"description":"d"}""")
            : await _client.SendAsync(method, path, content: null);
        return (int)response.StatusCode;
    }

    private async Task<JsonNode> PutAsync(string name)
    {
        using var response = await _client.PutAsync($"{_client.Drive}/root:/{name}:/content", [1, 2, 3]);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return await EmulatorClient.ReadJsonAsync(response);
    }
}
