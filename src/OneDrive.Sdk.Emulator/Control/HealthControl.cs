using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Tells programs that the emulator is ready, and what a client needs to use it.</summary>
internal sealed class HealthControl(OneDriveEmulator emulator, EmulatorState state) : IControlOperations
{
    public static string Version => typeof(HealthControl).Assembly.GetName().Version!.ToString(3);

    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", "health", "getHealth", "Reports that the emulator is ready.", (_, _) => ControlJson.DoneAsync(GetHealth()))
        {
            Result = "Health",
        },
        new("GET", "settings", "getSettings", "Returns the settings of a client: addresses, application, user and group.", (request, _) =>
            ControlJson.DoneAsync(GetSettings(request.Exchange.BaseUrl)))
        {
            Result = "Settings",
        },
    ];

    private Answer GetHealth() => Answer.Json(200, new JsonObject
    {
        ["status"] = "healthy",
        ["version"] = Version,
        ["now"] = ControlJson.Date(emulator.Clock.GetUtcNow()),
        ["drives"] = state.Directory.Drives.Count(),
        ["openUploadSessions"] = state.Sessions.Count,
    });

    private Answer GetSettings(string root) => Answer.Json(200, new JsonObject
    {
        ["endpoint"] = $"{root}/",
        ["graphEndpoint"] = $"{root}/v1.0/",
        ["tokenEndpoint"] = $"{root}/{emulator.TenantId}/oauth2/v2.0/token",
        ["authorizeEndpoint"] = $"{root}/{emulator.TenantId}/oauth2/v2.0/authorize",
        ["deviceCodeEndpoint"] = $"{root}/{emulator.TenantId}/oauth2/v2.0/devicecode",
        ["deviceLoginPage"] = $"{root}/devicelogin",
        ["openIdConfiguration"] = $"{root}/{emulator.TenantId}/v2.0/.well-known/openid-configuration",
        ["sharePointEndpoint"] = emulator.SharePointEndpoint.AbsoluteUri,
        ["tenantId"] = emulator.TenantId,
        ["clientId"] = emulator.DefaultApplication.ClientId,
        ["clientSecret"] = emulator.DefaultApplication.ClientSecret,
        ["scope"] = $"{root}/.default",
        ["user"] = emulator.DefaultUser.UserPrincipalName,
        ["userId"] = emulator.DefaultUser.Id,
        ["driveId"] = emulator.DefaultUser.Drive.Id,
        ["group"] = emulator.DefaultGroup.Mail,
        ["groupId"] = emulator.DefaultGroup.Id,
    });
}
