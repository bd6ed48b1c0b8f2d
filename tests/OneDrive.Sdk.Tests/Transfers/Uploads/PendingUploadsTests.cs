using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>Uploads that were begun and not completed can be seen, given up and forgotten, but never under somebody's hands.</summary>
public sealed class PendingUploadsTests : IDisposable
{
    private const int Unit = TransferFixture.Unit;
    private const long Length = (3 * Unit) + 17;

    private static readonly DateTimeOffset AfterTheEnd = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly UploadOptions WithKey = new() { ResumeKey = "key" };

    private readonly TransferFixture _fixture = new();

    private FakeService Service => _fixture.Service;

    public void Dispose() => _fixture.Dispose();

    [Fact]
    public async Task ListAsync_ShowsAnUploadWithoutItsAddress()
    {
        await BreakOffAsync();

        var upload = Assert.Single(await _fixture.Pending.ListAsync(CancellationToken.None));

        Assert.Equal(("key", Length), (upload.ResumeKey, upload.Length));
        Assert.Equal(TransferFixture.Destination.ToString(), upload.Destination);
        Assert.Equal(new DateTimeOffset(2026, 4, 1, 0, 0, 0, TimeSpan.Zero), upload.Expires);
        Assert.DoesNotContain("SECRET", upload.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(typeof(PendingUpload).GetProperties(), property => property.PropertyType == typeof(Uri));
    }

    [Fact]
    public async Task CancelAsync_EndsTheSessionAndForgetsIt()
    {
        await BreakOffAsync();

        Assert.True(await CancelAsync());

        Assert.Empty(Service.Sessions);
        Assert.Empty(await _fixture.Pending.ListAsync(CancellationToken.None));
        Assert.False(await CancelAsync());
        Assert.Single(Service.Of(FakeStep.Cancel));
        _fixture.AssertNoToken();
    }

    [Theory]
    [InlineData(404)]
    [InlineData(503)]
    public async Task CancelAsync_WhenTheServiceDoesNotEndTheSession_ForgetsItAllTheSame(int status)
    {
        await BreakOffAsync();
        Service.Fail(FakeStep.Cancel, FakeFaults.Answer(status), times: 10);

        Assert.True(await CancelAsync());

        Assert.Empty(await _fixture.Pending.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task CancelAsync_WhenTheConnectionBreaks_ForgetsItAllTheSame()
    {
        await BreakOffAsync();
        Service.Fail(FakeStep.Cancel, FakeFaults.Break(), times: 10);

        Assert.True(await CancelAsync());

        Assert.Empty(await _fixture.Pending.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task CancelAsync_WhenAWorkerIsAtWork_LeavesTheUploadToIt()
    {
        await BreakOffAsync();
        await _fixture.Store.TryAcquireAsync("key", "another worker", TimeSpan.FromMinutes(1));

        var failure = await Assert.ThrowsAsync<OneDriveException>(CancelAsync);

        Assert.True(failure.IsTransient);
        Assert.Single(Service.Sessions);
        Assert.NotNull(await _fixture.Store.FindAsync("key"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public async Task CancelAsync_WithoutAKey_Throws(string key) =>
        await Assert.ThrowsAsync<ArgumentException>(() => _fixture.Pending.CancelAsync(key, CancellationToken.None));

    [Fact]
    public async Task UploadAsync_AfterACancel_BeginsAnew()
    {
        await BreakOffAsync();
        await CancelAsync();

        var result = await _fixture.UploadAsync(Length, WithKey);

        Assert.False(result.Resumed);
        _fixture.AssertUploaded(Length);
    }

    [Fact]
    public async Task RemoveExpiredAsync_WhenTheSessionIsGone_ForgetsIt()
    {
        await BreakOffAsync();
        Service.Sessions.Clear();
        _fixture.Clock.SetUtcNow(AfterTheEnd);

        Assert.Equal(1, await RemoveExpiredAsync());

        Assert.Empty(await _fixture.Pending.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task RemoveExpiredAsync_BeforeItsTime_AsksNobody()
    {
        await BreakOffAsync();
        Service.Sessions.Clear();

        Assert.Equal(0, await RemoveExpiredAsync());

        Assert.Empty(Service.Of(FakeStep.Status));
        Assert.NotNull(await _fixture.Store.FindAsync("key"));
    }

    [Fact]
    public async Task RemoveExpiredAsync_WhenFragmentsPutTheEndOff_KeepsIt()
    {
        await BreakOffAsync();
        _fixture.Clock.SetUtcNow(AfterTheEnd);

        Assert.Equal(0, await RemoveExpiredAsync());

        Assert.True((await _fixture.UploadAsync(Length, WithKey)).Resumed);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    public async Task RemoveExpiredAsync_WhenTheServiceSaysNothing_KeepsIt(int status)
    {
        await BreakOffAsync();
        _fixture.Clock.SetUtcNow(AfterTheEnd);
        Service.Fail(FakeStep.Status, FakeFaults.Answer(status), times: 10);

        Assert.Equal(0, await RemoveExpiredAsync());

        Assert.NotNull(await _fixture.Store.FindAsync("key"));
    }

    [Fact]
    public async Task RemoveExpiredAsync_WhenAWorkerIsAtWork_LeavesTheUploadToIt()
    {
        await BreakOffAsync();
        Service.Sessions.Clear();
        _fixture.Clock.SetUtcNow(AfterTheEnd);
        await _fixture.Store.TryAcquireAsync("key", "another worker", TimeSpan.FromMinutes(1));

        Assert.Equal(0, await RemoveExpiredAsync());

        Assert.NotNull(await _fixture.Store.FindAsync("key"));
        Assert.Empty(Service.Of(FakeStep.Status));
    }

    private async Task BreakOffAsync()
    {
        Service.Fail(FakeStep.Fragment, FakeFaults.Answer(507), after: 1);
        await Assert.ThrowsAsync<QuotaExceededException>(() => _fixture.UploadAsync(Length, WithKey));
    }

    private Task<bool> CancelAsync() => _fixture.FinishAsync(() => _fixture.Pending.CancelAsync("key", CancellationToken.None));

    private Task<int> RemoveExpiredAsync() => _fixture.FinishAsync(() => _fixture.Pending.RemoveExpiredAsync(CancellationToken.None));
}
