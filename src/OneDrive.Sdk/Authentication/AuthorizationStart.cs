namespace OneDrive.Sdk.Authentication;

/// <summary>The beginning of a sign-in: where to send the person's browser.</summary>
public sealed class AuthorizationStart
{
    /// <summary>Creates the beginning of a sign-in, for tests of applications.</summary>
    /// <param name="address">The address of the sign-in page.</param>
    public AuthorizationStart(Uri address)
        : this(address, "") => ArgumentNullException.ThrowIfNull(address);

    internal AuthorizationStart(Uri address, string state) => (Address, State) = (address, state);

    /// <summary>The address of the sign-in page, for a redirect or a link. It is good for one sign-in.</summary>
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
