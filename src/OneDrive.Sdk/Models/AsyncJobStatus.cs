using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>How far the service is with work that takes longer than a request, such as a copy.</summary>
[JsonModel]
public sealed partial class AsyncJobStatus
{
    /// <summary>The id of the work.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// The state. Values that are not known mean that the work continues, unless they end in <c>Failed</c> or come with an error.
    /// </summary>
    public AsyncJobState? Status { get; init; }

    /// <summary>The part that is done, from 0 to 100.</summary>
    public double? PercentageComplete { get; init; }

    /// <summary>The same under the name that SharePoint gives to it.</summary>
    public double? PercentComplete { get; init; }

    /// <summary>What kind of work it is, such as <c>ItemCopy</c>.</summary>
    public string? Operation { get; init; }

    /// <summary>The id of the item that came out of it.</summary>
    public string? ResourceId { get; init; }

    /// <summary>The address of the item that came out of it, for clients of the place it is in.</summary>
    public string? ResourceLocation { get; init; }

    /// <summary>What the service says about the state, for display.</summary>
    public string? StatusDescription { get; init; }

    /// <summary>Why the work failed.</summary>
    public AsyncJobError? Error { get; init; }

    /// <summary>The code of the failure, where the service does not send it inside <see cref="Error"/>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>When the work began.</summary>
    public DateTimeOffset? CreatedDateTime { get; init; }

    /// <summary>When something was done last.</summary>
    public DateTimeOffset? LastActionDateTime { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
