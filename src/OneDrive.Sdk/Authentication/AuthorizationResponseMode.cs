namespace OneDrive.Sdk.Authentication;

/// <summary>How the browser brings the answer of the sign-in page back.</summary>
public enum AuthorizationResponseMode
{
    /// <summary>In the query of the redirect URI.</summary>
    Query,

    /// <summary>As a form that is posted to the redirect URI; the code stays out of the browser's history.</summary>
    FormPost,
}
