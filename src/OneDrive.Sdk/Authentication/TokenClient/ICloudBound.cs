namespace OneDrive.Sdk.Authentication;

/// <summary>A token provider that knows for which cloud its tokens are.</summary>
internal interface ICloudBound
{
    OneDriveCloud Cloud { get; }
}
