namespace OneDrive.Sdk.Authentication;

/// <summary>A started sign-in: the address to redirect the user's browser to.</summary>
public sealed class AuthorizationStart
{
    /// <summary>Creates an instance, for tests of applications.</summary>
    /// <param name="address">The address of the sign-in page.</param>
    public AuthorizationStart(Uri address)
        : this(address, "") => ArgumentNullException.ThrowIfNull(address);

    internal AuthorizationStart(Uri address, string state) => (Address, State) = (address, state);

    /// <summary>The address of the sign-in page, for a redirect or a link. It is valid for one sign-in.</summary>
    public Uri Address { get; }

    internal string State { get; }

    /// <summary>Returns the address without its query.</summary>
    public override string ToString() => Address.GetLeftPart(UriPartial.Path);
}
