using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Throttling;

/// <summary>
/// The cost of a request:
/// <see href="https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online"/>.
/// </summary>
internal static class ResourceUnits
{
    public static int Of(EmulatorOperation operation, Exchange exchange)
    {
        if (operation is EmulatorOperation.Batch || ThrottleFaults.IsSignIn(operation))
            return 0;
        if (IsOfPermissions(operation) || exchange.Query["$expand"]?.Contains("permissions", StringComparison.OrdinalIgnoreCase) is true)
            return 5;
        if (exchange.Request.Method is not ("GET" or "HEAD"))
            return 2;
        var name = operation.ToString();
        return operation is EmulatorOperation.ReadChanges
            ? HasToken(exchange) ? 1 : 2
            : name.StartsWith("List", StringComparison.Ordinal) || operation is EmulatorOperation.Search ? 2 : 1;
    }

    private static bool HasToken(Exchange exchange) =>
        exchange.Target.RawQuery.Contains("token=", StringComparison.OrdinalIgnoreCase)
        || exchange.Target.DecodedPath.Contains("token=", StringComparison.OrdinalIgnoreCase);

    private static bool IsOfPermissions(EmulatorOperation operation) => operation is EmulatorOperation.CreateLink
        or EmulatorOperation.Invite or EmulatorOperation.ListPermissions or EmulatorOperation.GetPermission
        or EmulatorOperation.UpdatePermission or EmulatorOperation.DeletePermission or EmulatorOperation.ValidatePermission
        or EmulatorOperation.GrantPermission;
}
