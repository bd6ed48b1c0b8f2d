namespace OneDrive.Sdk.EntityFramework;

/// <summary>The sign-in of one person.</summary>
internal sealed class SignInRow : SealedRow;
