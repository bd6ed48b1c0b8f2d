using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Throttling;

/// <summary>The emulator counts what clients ask for as the service does.</summary>
public sealed class ServiceLimitsTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    public async Task InitializeAsync()
    {
        _client = await EmulatorClient.StartAsync();

        // The first second of a window, so that no window ends within a test.
        _client.Emulator.Clock.SetTo(new DateTimeOffset(2031, 2, 3, 4, 5, 0, TimeSpan.Zero));
        _client.Token = _client.Emulator.IssueAccessToken();
    }

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Theory]
    [InlineData("GET", "", 1)]
    [InlineData("GET", "/root/children", 2)]
    [InlineData("GET", "/root/delta", 2)]
    [InlineData("GET", "/root/delta?token=latest", 1)]
    [InlineData("GET", "/root/permissions", 5)]
    [InlineData("GET", "/root?$expand=permissions", 5)]
    [InlineData("DELETE", "/root:/absent.txt", 2)]
    public async Task ARequest_CostsItsResourceUnits(string method, string path, int cost)
    {
        _client.Emulator.Limits = new() { Application = new ServiceLimit(100, Minute), RateLimitHeadersFrom = 0 };

        using var response = await _client.SendAsync(new HttpMethod(method), _client.Drive + path, content: null);

        Assert.Equal((100 - cost).ToString(CultureInfo.InvariantCulture), Header(response, "RateLimit-Remaining"));
        Assert.Equal("100", Header(response, "RateLimit-Limit"));
        Assert.InRange(int.Parse(Header(response, "RateLimit-Reset")!, CultureInfo.InvariantCulture), 50, 60);
    }

    [Fact]
    public async Task ABatch_CostsWhatItsStepsCost()
    {
        _client.Emulator.Limits = new() { Application = new ServiceLimit(3, Minute) };
        var drive = _client.Drive["v1.0".Length..];

        using var response = await _client.PostAsync("v1.0/$batch", $$"""
            {"requests":[{"id":"1","method":"GET","url":"{{drive}}/root/children"},
                         {"id":"2","method":"GET","url":"{{drive}}/root/children"}]}
            """);
        var steps = (await EmulatorClient.ReadJsonAsync(response))["responses"]!.AsArray();

        Assert.Equal([200, 429], steps.Select(step => step!["status"]!.GetValue<int>()).Order());
    }

    [Fact]
    public async Task BelowTheShare_AnswersCarryNoRateLimitHeaders()
    {
        _client.Emulator.Limits = new() { Application = new ServiceLimit(10, Minute), RateLimitHeadersFrom = 0.2 };

        using var first = await _client.GetAsync(_client.Drive);
        using var second = await _client.GetAsync(_client.Drive);

        Assert.Null(Header(first, "RateLimit-Limit"));
        Assert.Equal("8", Header(second, "RateLimit-Remaining"));
    }

    [Fact]
    public async Task EachUser_HasALimitOfItsOwn_AndTheApplicationOneForAll()
    {
        var other = _client.Emulator.AddUser(user => user.UserPrincipalName = "alex@contoso.example");
        _client.Emulator.Limits = new() { User = new ServiceLimit(1, Minute), Application = new ServiceLimit(2, Minute) };
        var application = _client.Token;
        _client.Token = await TokenOfAsync(_client.Emulator.DefaultUser.UserPrincipalName);
        var first = await StatusesAsync(2);
        _client.Token = await TokenOfAsync(other.UserPrincipalName);
        using var second = await _client.GetAsync("v1.0/me/drive");
        _client.Token = application;

        var third = await StatusesAsync(1);

        Assert.Equal([200, 429], first);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Equal([429], third);
    }

    [Fact]
    public async Task ANewWindow_LetsRequestsPassAgain()
    {
        _client.Emulator.Limits = new() { Application = new ServiceLimit(2, Minute) };
        var before = await StatusesAsync(3);

        _client.Emulator.Clock.Advance(Minute);

        var after = await StatusesAsync(3);
        Assert.Equal([200, 200, 429], before);
        Assert.Equal([200, 200, 429], after);
    }

    [Fact]
    public async Task RefusalsThatAreCharged_AreTakenFromTheNextWindow()
    {
        _client.Emulator.Limits = new() { Application = new ServiceLimit(4, Minute), ChargesRefusals = true };
        await StatusesAsync(7);

        _client.Emulator.Clock.Advance(Minute);
        var after = await StatusesAsync(2);

        Assert.Equal([200, 429], after);
    }

    [Theory]
    [InlineData(RetryAfterForm.Seconds, @"^\d\d$")]
    [InlineData(RetryAfterForm.DecimalSeconds, @"^\d\d\.\d{3}$")]
    [InlineData(RetryAfterForm.HttpDate, "GMT$")]
    [InlineData(RetryAfterForm.Zero, "^0$")]
    [InlineData(RetryAfterForm.None, null)]
    public async Task ARefusal_CarriesRetryAfterInItsForm(RetryAfterForm form, string? pattern)
    {
        _client.Emulator.Limits = new() { Application = new ServiceLimit(1, Minute), RetryAfterForm = form };
        await StatusesAsync(1);

        using var refused = await _client.GetAsync(_client.Drive);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        if (pattern is null)
            Assert.Null(Header(refused, "Retry-After"));
        else
            Assert.Matches(pattern, Header(refused, "Retry-After")!);
    }

    [Fact]
    public async Task AfterItsViolations_AClientIsShutOut()
    {
        _client.Emulator.Limits = new()
        {
            Application = new ServiceLimit(1, TimeSpan.FromSeconds(10)),
            PenaltyAfter = 2,
            Penalty = TimeSpan.FromMinutes(5),
        };
        await StatusesAsync(3);

        _client.Emulator.Clock.Advance(Minute);
        using var shut = await _client.GetAsync(_client.Drive);
        _client.Emulator.Clock.Advance(5 * Minute);
        using var free = await _client.GetAsync(_client.Drive);

        Assert.InRange(int.Parse(Header(shut, "Retry-After")!, CultureInfo.InvariantCulture), 200, 240);
        Assert.Equal(HttpStatusCode.OK, free.StatusCode);
    }

    [Fact]
    public async Task MoreRequestsAtATimeThanAllowed_AreRefused()
    {
        _client.Emulator.Limits = new() { MaxConcurrentRequests = 1, ConcurrencyRetryAfter = TimeSpan.FromSeconds(5) };
        _client.Emulator.Faults.Add(Fault.Stall().On(EmulatorOperation.GetDrive));
        using var stop = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Get, _client.Drive);
        request.Headers.Authorization = new("Bearer", _client.Token);
        var stalled = _client.Http.SendAsync(request, stop.Token);
        while (_client.Emulator.Traffic.Of(EmulatorOperation.GetDrive).Count == 0)
            await Task.Yield();

        using var refused = await _client.GetAsync(_client.Drive);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("5", Header(refused, "Retry-After"));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stalled);
    }

    [Fact]
    public async Task ContentBeyondTheBandwidth_IsAnswered509()
    {
        _client.Emulator.Limits = new() { Bandwidth = new ServiceLimit(1000, Minute) };
        using var first = await _client.PutAsync($"{_client.Drive}/root:/a.bin:/content", new byte[1000]);

        using var second = await _client.PutAsync($"{_client.Drive}/root:/b.bin:/content", new byte[1]);

        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(509, (int)second.StatusCode);
    }

    [Fact]
    public async Task Limits_CanBeSetShownAndRemovedOverHttp()
    {
        using var set = await PutAsync("""{"profile":"service","user":{"amount":7,"windowSeconds":30},"retryAfterForm":"decimalSeconds"}""");
        var limits = _client.Emulator.Limits!;
        using var shown = await _client.Http.GetAsync("_emulator/limits");
        var json = await shown.Content.ReadAsStringAsync();
        using var profiles = await _client.Http.GetAsync("_emulator/limits/profiles");
        using var removed = await _client.Http.DeleteAsync("_emulator/limits");

        Assert.Equal(HttpStatusCode.OK, set.StatusCode);
        Assert.Equal(new ServiceLimit(7, TimeSpan.FromSeconds(30)), limits.User);
        Assert.Equal(1250, limits.Application!.Amount);
        Assert.Equal(limits, ServiceLimits.Parse(json));
        Assert.Equal(
            Enum.GetNames<ServiceLimitsProfile>(),
            (await EmulatorClient.ReadJsonAsync(profiles)).AsArray().Select(profile => profile!["name"]!.GetValue<string>()));
        Assert.Null(_client.Emulator.Limits);
    }

    [Theory]
    [InlineData("""{"usr":{"amount":7,"windowSeconds":30}}""", "Did you mean 'user'?")]
    [InlineData("""{"profile":"Servise"}""", "Did you mean 'Service'?")]
    [InlineData("""{"user":{"amount":0,"windowSeconds":30}}""", "at least 1")]
    [InlineData("""{"user":{"amount":5}}""", "windowSeconds")]
    [InlineData("[]", "object")]
    public async Task WhatDescribesNoLimits_IsRefused(string json, string message)
    {
        using var response = await PutAsync(json);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(_client.Emulator.Limits);
        Assert.Throws<ArgumentException>(() => ServiceLimits.Parse(json));
    }

    [Fact]
    public void EveryProfile_HasItsOwnLimits() => Assert.Equal(
        Enum.GetValues<ServiceLimitsProfile>().Length,
        Enum.GetValues<ServiceLimitsProfile>().Select(ServiceLimits.Of).Distinct().Count());

    [Fact]
    public async Task AReset_GoesBackToTheLimitsOfTheStart()
    {
        _client.Emulator.Limits = new() { Application = new ServiceLimit(1, Minute) };

        _client.Emulator.Reset();
        var statuses = await StatusesAsync(2);

        Assert.Null(_client.Emulator.Limits);
        Assert.Equal([200, 200], statuses);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private async Task<int[]> StatusesAsync(int count)
    {
        var statuses = new int[count];
        for (var index = 0; index < count; index++)
        {
            using var response = await _client.GetAsync(_client.Drive);
            statuses[index] = (int)response.StatusCode;
        }

        return statuses;
    }

    private Task<HttpResponseMessage> PutAsync(string json) =>
        _client.Http.PutAsync("_emulator/limits", new StringContent(json, Encoding.UTF8, "application/json"));

    private async Task<string> TokenOfAsync(string user)
    {
        using var response = await _client.Http.PostAsync(
            "_emulator/tokens", new StringContent(new JsonObject { ["user"] = user }.ToJsonString(), Encoding.UTF8, "application/json"));
        return (await EmulatorClient.ReadJsonAsync(response))["accessToken"]!.GetValue<string>();
    }
}
