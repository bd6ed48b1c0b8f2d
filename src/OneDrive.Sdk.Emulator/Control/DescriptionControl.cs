using OneDrive.Sdk.Emulator.Control.OpenApi;
using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Describes everything that can be done over HTTP.</summary>
internal sealed class DescriptionControl(ControlSchemas schemas, Func<IReadOnlyList<ControlOperation>> all) : IControlOperations
{
    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", "openapi.json", "getDescription", "Describes the control addresses (OpenAPI 3.1).", (request, _) =>
            ControlJson.DoneAsync(
                Answer.Json(200, OpenApiDocument.Write(all(), schemas, request.Exchange.BaseUrl, HealthControl.Version))))
        {
            Result = "OpenApi",
        },
    ];
}
