using System.Reflection;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk;

/// <summary>The options of a client, validated and frozen.</summary>
internal sealed record ClientSettings
{
    internal required OneDriveCloud Cloud { get; init; }

    internal required ServiceRoot Root { get; init; }

    internal required ServiceDialect Dialect { get; init; }

    internal required DriveAddress? DefaultDrive { get; init; }

    /// <summary>Headers of every request to the service.</summary>
    internal required IReadOnlyList<KeyValuePair<string, string>> DefaultHeaders { get; init; }

    internal required string UserAgent { get; init; }

    internal required int MaxConcurrentRequests { get; init; }

    internal required double? ResourceUnitsPerMinute { get; init; }

    internal required RetrySettings Retry { get; init; }

    internal required TransferSettings Transfers { get; init; }

    internal required TimeProvider TimeProvider { get; init; }

    internal static ClientSettings From(OneDriveOptions options, OneDriveCloud cloud)
    {
        List<KeyValuePair<string, string>> headers = [.. options.DefaultHeaders, .. HeaderText.ParseList(options.ExtraHeaders)];
        if (options.AllowNonIndexedQueries)
        {
            headers.Add(new("Prefer", "HonorNonIndexedQueriesWarningMayFailRandomly"));
        }

        return new ClientSettings
        {
            Cloud = cloud,
            Root = options.ServiceEndpoint is { } endpoint ? ServiceRoot.At(endpoint) : ServiceRoot.Graph(cloud),
            Dialect = options.ServiceEndpoint is not null ? ServiceDialect.Legacy
                : cloud.PathAddressing is PathAddressing.ParameterAlias ? ServiceDialect.GraphWithAliases : ServiceDialect.Graph,
            DefaultDrive = options.DefaultDrive,
            DefaultHeaders = headers,
            UserAgent = options.ApplicationName ?? $"OneDrive.Sdk/{Version}",
            MaxConcurrentRequests = options.MaxConcurrentRequests,
            ResourceUnitsPerMinute = options.ResourceUnitsPerMinute,
            Retry = RetrySettings.From(options.Retry) with { MaxConcurrentRequests = options.MaxConcurrentRequests },
            Transfers = TransferSettings.From(options.Transfers),
            TimeProvider = options.TimeProvider,
        };
    }

    private static string Version =>
        typeof(ClientSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0]
            ?? "0";
}
