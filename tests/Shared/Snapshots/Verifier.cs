using System.Runtime.CompilerServices;

namespace VerifyXunit;

/// <summary>
/// Compares a text with the reviewed one in <c>Class.Method.verified.txt</c> beside the test. It keeps to the names and files of the
/// package Verify.Xunit, so that taking the package means replacing one line of <c>tests/Directory.Build.props</c>.
/// </summary>
internal static class Verifier
{
    /// <summary>
    /// Fails when the text differs from the verified file, and leaves it in the received file, to be renamed by who accepts it.
    /// </summary>
    internal static SettingsTask Verify(
        string target, [CallerFilePath] string sourceFile = "", [CallerMemberName] string memberName = "") =>
        new(target, Path.GetDirectoryName(sourceFile)!, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{memberName}");
}
