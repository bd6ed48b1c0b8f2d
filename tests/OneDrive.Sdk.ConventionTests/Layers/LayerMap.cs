using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Layers;

/// <summary>Which folder, and which file where a folder holds two layers, belongs to which layer.</summary>
internal static class LayerMap
{
    internal const string Root = "src/OneDrive.Sdk/";

    private static readonly Dictionary<string, Layer> Folders = new(StringComparer.Ordinal)
    {
        ["Addresses"] = Layer.Values,
        ["Models"] = Layer.Values,
        ["Requests"] = Layer.Values,
        ["Options"] = Layer.Values,
        ["Errors"] = Layer.Values,
        ["Diagnostics"] = Layer.Values,
        ["Json"] = Layer.Codecs,
        ["Storage"] = Layer.Codecs,
        ["Paging"] = Layer.Codecs,
        ["Calls"] = Layer.Calls,
        ["Authentication"] = Layer.Wire,
        ["Http"] = Layer.Wire,
        ["Transfers"] = Layer.Engines,
        ["Changes"] = Layer.Engines,
        ["Operations"] = Layer.Engines,
        ["Batching"] = Layer.Engines,
        ["Clients"] = Layer.Clients,
        ["DependencyInjection"] = Layer.Composition,
    };

    private static readonly Dictionary<string, Layer> Files = new(StringComparer.Ordinal)
    {
        ["OneDriveOptions"] = Layer.Values,
        ["OneDriveRetryOptions"] = Layer.Values,
        ["OneDriveTransferOptions"] = Layer.Values,
        ["OneDriveCloud"] = Layer.Values,
        ["TransferSettings"] = Layer.Values,
        ["RetryMode"] = Layer.Values,
        ["CallPriority"] = Layer.Values,
        ["CallOptions"] = Layer.Values,
        ["SharedThrottleGate"] = Layer.Values,
        ["IPauseSource"] = Layer.Values,
        ["IThrottleStateStore"] = Layer.Values,
        ["ThrottleState"] = Layer.Values,
        ["ThrottleMember"] = Layer.Values,
        ["ThrottleUpdate"] = Layer.Values,
        ["PathAddressing"] = Layer.Values,
        ["SecureEndpoint"] = Layer.Values,
        ["ClientSettings"] = Layer.Wire,

        // How one value is written: named by the attribute of a value, and knowing no model.
        ["Json/IOpenValue"] = Layer.Values,
        ["Json/JsonText"] = Layer.Values,
        ["Json/OpenValueConverter"] = Layer.Values,
        ["Json/ConflictBehaviorConverter"] = Layer.Values,
        ["Json/OptionalNumberConverter"] = Layer.Values,
        ["Json/TextBooleanConverter"] = Layer.Values,
        ["Json/WireDate"] = Layer.Values,
        ["Json/WireDateConverter"] = Layer.Values,

        // A contract that the options name, and the value it keeps; the stores themselves are engines.
        ["Transfers/IUploadSessionStore"] = Layer.Values,
        ["Transfers/UploadSessionRecord"] = Layer.Values,

        // What the caller keeps, and what an exception names.
        ["Changes/DeltaCheckpoint"] = Layer.Values,
        ["Errors/ErrorReader"] = Layer.Codecs,
        ["Errors/ErrorBody"] = Layer.Codecs,
        ["Paging/LinkedPages"] = Layer.Engines,
    };

    /// <summary>The layer of a file, or null when its folder has none.</summary>
    internal static Layer? Of(SourceFile file)
    {
        var folder = FolderOf(file);
        if (Files.TryGetValue(folder is "" ? file.Name : $"{folder}/{file.Name}", out var layer))
        {
            return layer;
        }

        return folder is "" ? Layer.Composition : Folders.TryGetValue(folder, out layer) ? layer : null;
    }

    /// <summary>The first folder below the project; empty for a file at its top.</summary>
    internal static string FolderOf(SourceFile file)
    {
        var path = file.Path[Root.Length..];
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? "" : path[..slash];
    }
}
