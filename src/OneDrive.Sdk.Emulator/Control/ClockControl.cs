using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Moves the clock.</summary>
internal sealed class ClockControl(OneDriveEmulator emulator) : IControlOperations
{
    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", "clock", "getClock", "Shows the clock.", (_, _) => ControlJson.DoneAsync(Get())) { Result = "Clock" },
        new("POST", "clock", "moveClock", "Moves the clock, for all clients.", MoveAsync) { Body = "ClockChange", Result = "Clock" },
        new("DELETE", "clock", "resetClock", "Sets the clock back to the real time.", (_, _) =>
        {
            emulator.Clock.Reset();
            return ControlJson.DoneAsync(Get());
        })
        {
            Result = "Clock",
        },
    ];

    private Answer Get() => Answer.Json(200, new JsonObject
    {
        ["now"] = ControlJson.Date(emulator.Clock.GetUtcNow()),
        ["offsetSeconds"] = emulator.Clock.Offset.TotalSeconds,
    });

    private Task<Answer> MoveAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        switch (request.Body.GetInteger("advanceSeconds"), request.Body.GetDate("now"))
        {
            case ({ } seconds, null):
                Advance(TimeSpan.FromSeconds(seconds));
                break;
            case (null, { } now):
                emulator.Clock.SetTo(now);
                break;
            default:
                throw GraphError.InvalidRequest("Set either advanceSeconds, or now as a date.");
        }

        return ControlJson.DoneAsync(Get());
    }

    private void Advance(TimeSpan time)
    {
        try
        {
            emulator.Clock.Advance(time);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw GraphError.InvalidRequest("The clock would move outside the supported range of years.");
        }
    }
}
