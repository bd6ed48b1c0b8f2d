namespace OneDrive.Sdk;

/// <summary>How requests to a cloud name an item by its path.</summary>
public enum PathAddressing
{
    /// <summary>Between colons, as Microsoft Graph documents it: <c>root:/a/b:/content</c>.</summary>
    Colon,

    /// <summary>As the value of a parameter, which the cloud in China understands: <c>root/children('@a1')/content?@a1='a/b'</c>.</summary>
    ParameterAlias,
}
