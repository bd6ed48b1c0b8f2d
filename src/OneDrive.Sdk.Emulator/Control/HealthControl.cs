using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Endpoints;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Tells whoever starts the emulator that it is ready.</summary>
internal sealed class HealthControl(OneDriveEmulator emulator, EmulatorState state)
{
    public Answer Get() => Answer.Json(200, new JsonObject
    {
        ["status"] = "healthy",
        ["version"] = Version,
        ["now"] = ItemRenderer.Date(emulator.Clock.GetUtcNow()),
        ["drives"] = state.Directory.Drives.Count(),
        ["openUploadSessions"] = state.Sessions.Count,
    });

    public static string Version => typeof(HealthControl).Assembly.GetName().Version!.ToString(3);
}
