using System.Reflection;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk;

/// <summary>The options of a client, validated and frozen.</summary>
/// <param name="Cloud">The cloud.</param>
/// <param name="Root">Where the requests and the tokens go.</param>
/// <param name="Dialect">How requests are written.</param>
/// <param name="DefaultDrive">The drive of <see cref="DriveAddress.Default"/>.</param>
/// <param name="DefaultHeaders">Headers of every request to the service.</param>
/// <param name="UserAgent">The User-Agent.</param>
/// <param name="MaxConcurrentRequests">The concurrency limit.</param>
/// <param name="ResourceUnitsPerMinute">The budget; null for none.</param>
/// <param name="Retry">The retry options.</param>
/// <param name="Transfers">The transfer options.</param>
/// <param name="TimeProvider">The clock.</param>
internal sealed record ClientSettings(
    OneDriveCloud Cloud,
    ServiceRoot Root,
    ServiceDialect Dialect,
    DriveAddress? DefaultDrive,
    KeyValuePair<string, string>[] DefaultHeaders,
    string UserAgent,
    int MaxConcurrentRequests,
    double? ResourceUnitsPerMinute,
    RetrySettings Retry,
    TransferSettings Transfers,
    TimeProvider TimeProvider)
{
    internal static ClientSettings From(OneDriveOptions options, OneDriveCloud cloud) => new(
        cloud,
        options.ServiceEndpoint is { } endpoint ? ServiceRoot.At(endpoint) : ServiceRoot.Graph(cloud),
        options.ServiceEndpoint is not null ? ServiceDialect.Legacy
            : cloud.PathAddressing is PathAddressing.ParameterAlias ? ServiceDialect.GraphWithAliases : ServiceDialect.Graph,
        options.DefaultDrive,
        HeadersOf(options),
        options.ApplicationName ?? $"OneDrive.Sdk/{Version}",
        options.MaxConcurrentRequests,
        options.ResourceUnitsPerMinute,
        RetrySettings.From(options.Retry, options.MaxConcurrentRequests),
        TransferSettings.From(options.Transfers),
        options.TimeProvider);

    private static KeyValuePair<string, string>[] HeadersOf(OneDriveOptions options)
    {
        if (options is { DefaultHeaders.Count: 0, ExtraHeaders: null, AllowNonIndexedQueries: false })
            return [];
        List<KeyValuePair<string, string>> headers = [.. options.DefaultHeaders, .. HeaderText.ParseList(options.ExtraHeaders)];
        if (options.AllowNonIndexedQueries)
            headers.Add(new("Prefer", "HonorNonIndexedQueriesWarningMayFailRandomly"));
        return [.. headers];
    }

    private static string Version =>
        typeof(ClientSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? "0";
}
