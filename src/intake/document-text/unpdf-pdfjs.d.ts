// Types of what is used of pdf.js 5.4.149 as unpdf bundles it. unpdf's own do not resolve: they import without extensions.
// What the operators' arguments are is no promise of pdf.js; package.json names one exact version.
declare module 'unpdf/pdfjs' {
  export interface DocumentOptions {
    readonly data: Uint8Array;
    readonly verbosity: 0;
    readonly isEvalSupported: false;
    readonly disableFontFace: true;
    readonly useSystemFonts: boolean;
    readonly enableXfa: false;
    readonly useWasm: false;
    readonly isOffscreenCanvasSupported: false;
    readonly isImageDecoderSupported: false;
    /** Pixels; a larger picture is left out undecoded. */
    readonly maxImageSize: number;
    /** Made by pdf.js; gives the tables of encodings that a file only names. */
    readonly CMapReaderFactory: new () => {
      readonly fetch: (table: {
        readonly name: string;
      }) => Promise<{ readonly cMapData: Uint8Array; readonly isCompressed: boolean }>;
    };
  }

  export interface Operators {
    readonly fnArray: readonly number[];
    readonly argsArray: readonly (readonly unknown[] | null)[];
  }

  export interface Font {
    readonly fontMatrix?: readonly number[];
  }

  export interface Page {
    readonly commonObjs: { has(name: string): boolean; get(name: string): Font | string };
    getViewport(options: { readonly scale: 1 }): {
      readonly transform: readonly [number, number, number, number, number, number];
    };
    getOperatorList(options: { readonly annotationMode: 0 }): Promise<Operators>;
    getAnnotations(options: { readonly intent: 'display' }): Promise<readonly Annotation[]>;
    cleanup(): boolean;
  }

  /** Lengths are points of the page, y upwards. */
  export interface Annotation {
    readonly subtype?: string;
    readonly rect?: readonly number[];
    readonly titleObj?: { readonly str?: string };
    readonly contentsObj?: { readonly str?: string };
  }

  export interface Pdf {
    readonly numPages: number;
    getPage(number: number): Promise<Page>;
    /** What the file says of itself, each of whatever type; and what its XMP says, by names such as `pdf:keywords`, null without one. */
    getMetadata(): Promise<{
      readonly info: Readonly<Record<string, unknown>>;
      readonly metadata: { get(name: string): unknown } | null;
    }>;
    /** By name; null where there are none. */
    getAttachments(): Promise<Readonly<
      Record<string, { readonly filename: string; readonly content: Uint8Array | null }>
    > | null>;
  }

  export function getDocument(options: DocumentOptions): { readonly promise: Promise<Pdf>; destroy(): Promise<void> };

  /** The numbers of the operators, by name. */
  export const OPS: Readonly<Record<string, number>>;
}
