namespace OneDrive.Sdk.Requests;

/// <summary>The body that checks a file in.</summary>
[JsonRequest]
internal sealed partial class CheckInRequest
{
    public string? Comment { get; init; }

    public string? CheckInAs { get; init; }
}
