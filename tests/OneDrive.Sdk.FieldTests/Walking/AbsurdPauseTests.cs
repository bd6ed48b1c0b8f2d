using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Walking;

/// <summary>Pauses that are not meant. The hour itself is tested beside the throttle gate.</summary>
public sealed class AbsurdPauseTests
{
    [Fact]
    [FieldCase("H1", "H2")]
    public async Task AfterAWaitOfAYearFromAMonitor_CallsToTheServiceGoOn()
    {
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request =>
            request.Method == "POST" ? Answer.Of(202).With("Location", service.At("monitor/1").AbsoluteUri)
            : request.Path == "/monitor/1" ? Answer.Of(503).WithRetryAfter("31536000")
            : Answer.Json("""{"id":"d"}"""));
        using var client = FieldClient.Create(service);
        var copy = await client.Items.StartCopyAsync(DriveAddress.Me.Item("1"), DriveAddress.Me.Item("2"));
        await Assert.ThrowsAsync<ThrottledException>(() => copy.WaitAsync());

        Assert.Equal("d", (await client.Drives.GetAsync(DriveAddress.Me)).Id);
    }
}
