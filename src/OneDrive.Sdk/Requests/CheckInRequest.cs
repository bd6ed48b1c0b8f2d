namespace OneDrive.Sdk.Requests;

/// <summary>The body that checks a file in.</summary>
internal sealed class CheckInRequest
{
    public string? Comment { get; init; }

    public string? CheckInAs { get; init; }
}
