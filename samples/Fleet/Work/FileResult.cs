using OneDrive.Sdk.Fleet.Data;

namespace OneDrive.Sdk.Fleet.Work;

/// <summary>What one attempt at a file came to.</summary>
/// <param name="State">Waiting when a later attempt may succeed.</param>
/// <param name="Hash">The QuickXorHash of the transferred content.</param>
/// <param name="Cause">The kind of a failure.</param>
/// <param name="Message">The failure in words, without secrets.</param>
internal sealed record FileResult(FileState State, string? Hash = null, string? Cause = null, string? Message = null);
