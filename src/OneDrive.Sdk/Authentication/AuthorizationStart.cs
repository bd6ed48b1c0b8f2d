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

    /// <summary>
    /// The value that the browser brings back as <c>state</c>: <see cref="AuthorizationCallback.State"/> of the callback is the same.
    /// It may be bound to the browser, in a cookie for one.
    /// </summary>
    /// <value>Empty when the application made the object for its tests.</value>
    public string State { get; }

    /// <summary>Returns the address without its query.</summary>
    public override string ToString() => Address.GetLeftPart(UriPartial.Path);
}
