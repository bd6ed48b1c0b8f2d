namespace OneDrive.Sdk.ConventionTests.Reading;

internal enum TokenKind
{
    /// <summary>A name or a keyword.</summary>
    Word,

    /// <summary>One character of punctuation.</summary>
    Punctuation,

    /// <summary>A number, a character or the fixed text of a string.</summary>
    Literal,

    /// <summary>A comment with its slashes.</summary>
    Comment,

    /// <summary>A whole preprocessor line.</summary>
    Directive,
}
