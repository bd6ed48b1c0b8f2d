namespace OneDrive.Sdk.Throttling.Models;

/// <summary>A model with what is expected of a client.</summary>
/// <param name="Name">The short name.</param>
/// <param name="Text">What the service does.</param>
/// <param name="Goodput">The least share of a perfect client's resource units.</param>
/// <param name="Rejections">The most rejections for 1,000 successes; null for no target.</param>
/// <param name="Create">Makes the model for a run.</param>
/// <param name="UnitsPerMinute">What the client is configured to stay below.</param>
internal sealed record ModelEntry(
    string Name, string Text, double Goodput, double? Rejections, Func<ServerModel> Create, double? UnitsPerMinute = null);
