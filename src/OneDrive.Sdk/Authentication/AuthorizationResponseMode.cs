namespace OneDrive.Sdk.Authentication;

/// <summary>How the sign-in page returns its response.</summary>
public enum AuthorizationResponseMode
{
    /// <summary>In the query of the redirect URI.</summary>
    Query,

    /// <summary>As a form that is posted to the redirect URI, which keeps the code out of the browser history.</summary>
    FormPost,
}
