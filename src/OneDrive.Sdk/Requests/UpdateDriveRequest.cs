namespace OneDrive.Sdk.Requests;

/// <summary>The body that changes a drive; what is null stays as it is and is not sent.</summary>
[JsonRequest]
internal sealed partial class UpdateDriveRequest
{
    public string? Name { get; init; }

    public string? Description { get; init; }
}
