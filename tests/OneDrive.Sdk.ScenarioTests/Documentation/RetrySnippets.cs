namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/retries.md.</summary>
public sealed class RetrySnippets
{
    [Fact]
    public void Options_AreAccepted()
    {
        // begin: retry options
        var options = new OneDriveOptions
        {
            Retry =
            {
                Mode = RetryMode.WhenStatusCodeMatches,
                StatusCodeList = "429|503|423",
                MaxRetryAttempts = 8,
                MaxRetryAfter = TimeSpan.FromMinutes(1),
            },
        };

        // end
        Assert.NotNull(ClientOf(options));
    }

    [Fact]
    public void SharedGate_IsAccepted()
    {
        // begin: shared gate
        var gate = new SharedThrottleGate();
        var invoices = new OneDriveOptions { SharedThrottleGate = gate };
        var backups = new OneDriveOptions { SharedThrottleGate = gate };

        // end
        Assert.NotNull(ClientOf(invoices));
        Assert.NotNull(ClientOf(backups));
    }

    private static async Task RequeueAsync(IOneDriveClient client, ItemAddress file, Stream content, Action<TimeSpan> requeueIn)
    {
        // begin: requeue
        try
        {
            await client.Content.UploadAsync(file, content);
        }
        catch (ThrottledException exception)
        {
            requeueIn(exception.RetryAfter ?? TimeSpan.FromMinutes(10));
        }

        // end
    }

    private static async Task UploadPatientlyAsync(IOneDriveClient client, ItemAddress file, Stream content)
    {
        // begin: call options
        var patient = client.With(new CallOptions { MaxElapsed = TimeSpan.FromHours(2), Priority = CallPriority.Bulk });
        await patient.Content.UploadAsync(file, content);

        // end
    }

    private static OneDriveClient ClientOf(OneDriveOptions options) => new(
        new OneDrive.Sdk.Authentication.DelegateTokenProvider((_, _) => throw new InvalidOperationException("No call is made.")), options);
}
