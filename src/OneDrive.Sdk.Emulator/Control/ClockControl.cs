using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Endpoints;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Moves the clock.</summary>
internal sealed class ClockControl(OneDriveEmulator emulator)
{
    private const long LongestMove = 10_000L * 24 * 3600;

    public Answer Get() => Answer.Json(200, new JsonObject
    {
        ["now"] = ItemRenderer.Date(emulator.Clock.GetUtcNow()),
        ["offsetSeconds"] = emulator.Clock.Offset.TotalSeconds,
    });

    public async Task<Answer> MoveAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var json = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        if (json.GetInteger("advanceSeconds") is { } seconds)
        {
            if (seconds is < -LongestMove or > LongestMove)
            {
                throw GraphError.InvalidRequest("The clock moves by at most ten thousand days.");
            }

            emulator.Clock.Advance(TimeSpan.FromSeconds(seconds));
        }
        else if (json.GetDate("now") is { } now)
        {
            emulator.Clock.SetTo(now);
        }
        else
        {
            throw GraphError.InvalidRequest("Say advanceSeconds, or now as a date.");
        }

        return Get();
    }

    public Answer Reset()
    {
        emulator.Clock.Reset();
        return Get();
    }
}
