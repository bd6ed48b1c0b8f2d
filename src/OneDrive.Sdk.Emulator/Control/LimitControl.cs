using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Throttling;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Sets and shows the limits of the service.</summary>
internal sealed class LimitControl(OneDriveEmulator emulator) : IControlOperations
{
    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", "limits", "getLimits", "Shows the limits of the service; an empty object if there are none.", (_, _) =>
            ControlJson.DoneAsync(Get()))
        {
            Result = "ServiceLimits",
        },
        new("PUT", "limits", "setLimits", "Sets the limits of the service, replacing earlier limits.", (request, _) =>
        {
            emulator.Limits = LimitsJson.Read(request.Body);
            return ControlJson.DoneAsync(Get());
        })
        {
            Body = "ServiceLimits", Result = "ServiceLimits",
        },
        new("DELETE", "limits", "removeLimits", "Removes the limits.", (_, _) =>
        {
            emulator.Limits = null;
            return ControlJson.NothingAsync();
        })
        {
            Status = 204,
        },
        new("GET", "limits/profiles", "listLimitProfiles", "Lists the named limits.", (_, _) =>
            ControlJson.DoneAsync(ControlJson.List(Enum.GetValues<ServiceLimitsProfile>(), profile => new JsonObject
            {
                ["name"] = profile.ToString(),
                ["description"] = LimitProfiles.Describe(profile),
                ["limits"] = LimitsJson.Write(LimitProfiles.Of(profile)),
            })))
        {
            Result = "ServiceLimitsProfile[]",
        },
    ];

    private Answer Get() => Answer.Json(200, LimitsJson.Write(emulator.Limits));
}
